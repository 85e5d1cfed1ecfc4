package kz.uzdik.host;

import static kz.uzdik.host.CloudTemplate.list;
import static kz.uzdik.host.CloudTemplate.map;
import static kz.uzdik.host.Functions.TEMPLATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.uzdik.engines.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the linter cannot see in {@code template.yaml}. */
class TemplateTest {

    private static final Set<String> HTTP_METHODS = Set.of("GET", "PUT", "POST");
    private static final Set<String> ASYNCHRONOUS = Set.of("EventBridgeRule", "ScheduleV2");
    private static final String ALLOW = "Allow";

    @Test
    void theLocalHostCanPlayIt() {
        assertThat(Template.read(CloudTemplate.FILE, Map.of()).functions())
                .extracting("name")
                .containsExactlyElementsOf(Functions.names().toList());
    }

    @ParameterizedTest
    @MethodSource("kz.uzdik.host.Functions#names")
    void theHandlerIsAClassOfItsJar(String function) throws IOException {
        try (var jar = new JarFile(Functions.jar(function).toFile())) {
            var name = Functions.handler(function).replace('.', '/') + ".class";
            assertThat(jar.getEntry(name)).as(name).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("kz.uzdik.host.Functions#names")
    void aFunctionRunsOnJava25FromAnAliasAndLogsForALimitedTime(String function) {
        var properties = TEMPLATE.function(function);
        assertThat(properties.get("Runtime")).isEqualTo("java25");
        assertThat(properties.get("AutoPublishAlias")).isEqualTo("live");
        var log = (String)
                map(map(properties.get("LoggingConfig")).get("LogGroup")).get("Ref");
        assertThat((Integer) map(TEMPLATE.resource(log).get("Properties")).get("RetentionInDays"))
                .isPositive();
        assertThat(map(TEMPLATE.resource(function).get("Metadata")).get("SkipBuild"))
                .isEqualTo(true);
    }

    @ParameterizedTest
    @MethodSource("kz.uzdik.host.Functions#names")
    void itsRoleAllowsWhatItsCodeCallsAndNothingElse(String function) {
        var graph = CallGraph.of(Functions.jar(function));
        var called = AwsActions.of(graph.reachableFrom(Functions.handler(function)));
        assertThat(allowed(function, "code")).isEqualTo(called);
    }

    @ParameterizedTest
    @MethodSource("kz.uzdik.host.Functions#names")
    void itsRoleAllowsTheRuntimeWhatItsEventsNeed(String function) {
        var needed = new TreeSet<>(List.of("logs:CreateLogStream", "logs:PutLogEvents"));
        for (var event : events(function).values()) {
            if (event.get("Type").equals("DynamoDB")) {
                needed.addAll(List.of(
                        "dynamodb:DescribeStream",
                        "dynamodb:GetRecords",
                        "dynamodb:GetShardIterator",
                        "dynamodb:ListStreams",
                        "sqs:SendMessage"));
            } else if (ASYNCHRONOUS.contains(event.get("Type"))) {
                needed.add("sqs:SendMessage");
            }
        }
        assertThat(allowed(function, "runtime")).isEqualTo(needed);
    }

    @ParameterizedTest
    @MethodSource("kz.uzdik.host.Functions#names")
    void itsRoleNamesActionsAndResourcesOneByOne(String function) {
        assertThat(TEMPLATE.permissions(function)).isNotEmpty().allSatisfy(permission -> {
            assertThat(permission.effect()).isEqualTo(ALLOW);
            assertThat(permission.action()).doesNotContain("*");
            assertThat(permission.resource()).isNotEqualTo("*");
        });
    }

    @ParameterizedTest
    @MethodSource("kz.uzdik.host.Functions#names")
    void theVariablesItsCodeRequiresAreSet(String function) {
        var required = new TreeSet<String>();
        var asked = new TreeSet<String>();
        for (var call : CallGraph.of(Functions.jar(function)).reachableFrom(Functions.handler(function))) {
            switch (call.owner() + "." + call.method()) {
                case "kz/uzdik/wiring/Wiring.required" -> required.add(call.argument());
                case "kz/uzdik/wiring/Wiring.contestFile" -> required.add("CONTEST_FILE");
                case "kz/uzdik/store/Tables.voters" -> required.add("VOTERS_TABLE");
                case "kz/uzdik/store/Tables.ballots" -> required.add("BALLOTS_TABLE");
                case "kz/uzdik/store/Tables.contest" -> required.add("CONTEST_TABLE");
                case "java/util/Map.get", "java/util/Map.getOrDefault" -> asked.add(call.argument());
                default -> {}
            }
        }
        required.removeAll(Set.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"));
        assertThat(TEMPLATE.variables(function)).containsAll(required);
        var superfluous = TEMPLATE.variables(function);
        superfluous.removeAll(required);
        asked.removeIf(name -> name.endsWith("_TABLE"));
        superfluous.removeAll(asked);
        superfluous.removeAll(Set.of("CONTEST_FILE", "PUBLIC_URL"));
        assertThat(superfluous).as("what it is told of but does not use").isEmpty();
    }

    @Test
    void theVoteMayNotReadOrDelete() {
        assertThat(allowed("VoteFunction", "code"))
                .contains("dynamodb:PutItem")
                .allMatch(action -> !action.matches("dynamodb:(Get|BatchGet|Query|Scan|Delete|PartiQL).*"))
                .noneMatch(action -> action.startsWith("s3:") || action.startsWith("ses:"));
    }

    @Test
    void everyAsynchronousPathHasAPlaceForWhatFails() {
        var failures = "{Fn::GetAtt=[FailuresQueue, Arn]}";
        Functions.names()
                .forEach(function -> events(function).forEach((name, event) -> {
                    var properties = map(event.get("Properties"));
                    switch ((String) event.get("Type")) {
                        case "HttpApi" -> assertThat(properties.get("ApiId")).hasToString("{Ref=Api}");
                        case "DynamoDB" -> {
                            assertThat(map(map(properties.get("DestinationConfig"))
                                                    .get("OnFailure"))
                                            .get("Destination"))
                                    .hasToString(failures);
                            assertThat(list(properties.get("FunctionResponseTypes"))
                                            .toString())
                                    .isEqualTo("[ReportBatchItemFailures]");
                            assertThat(properties.get("BisectBatchOnFunctionError"))
                                    .isEqualTo(true);
                            assertThat((Integer) properties.get("MaximumRetryAttempts"))
                                    .isBetween(1, 100);
                            assertThat((Integer) properties.get("MaximumRecordAgeInSeconds"))
                                    .isBetween(60, 86_400);
                        }
                        case "EventBridgeRule", "ScheduleV2" -> {
                            assertThat(map(properties.get("DeadLetterConfig")).get("Arn"))
                                    .hasToString(failures);
                            assertThat((Integer)
                                            map(properties.get("RetryPolicy")).get("MaximumRetryAttempts"))
                                    .isBetween(1, 185);
                            var given = map(TEMPLATE.function(function).get("EventInvokeConfig"));
                            assertThat((Integer) given.get("MaximumRetryAttempts"))
                                    .isBetween(1, 2);
                            assertThat(map(map(given.get("DestinationConfig")).get("OnFailure"))
                                            .get("Destination"))
                                    .hasToString(failures);
                        }
                        default -> throw new AssertionError(function + "." + name + ": " + event.get("Type"));
                    }
                }));
    }

    @Test
    void everyRouteSaysWhoMayCallIt() {
        var scopes = Set.of("uzdik/secretary", "uzdik/member", "uzdik/chair", "uzdik/agency");
        var open = new ArrayList<String>();
        routes().forEach((route, properties) -> {
            var auth = map(properties.get("Auth"));
            if (auth.get("Authorizer").equals("NONE")) {
                open.add(route);
            } else if (auth.get("Authorizer").equals("Citizen")) {
                assertThat(route)
                        .isIn("POST /v1/surveys/{survey}/oidc-ballots", "POST /v1/surveys/{survey}/oidc-disputes");
            } else {
                assertThat(auth.get("Authorizer")).isEqualTo("Staff");
                assertThat(list(auth.get("AuthorizationScopes")))
                        .as(route)
                        .isNotEmpty()
                        .allMatch(scopes::contains);
            }
            assertThat(HTTP_METHODS).contains((String) properties.get("Method"));
        });
        assertThat(open)
                .containsExactlyInAnyOrder(
                        "GET /v1/receipts",
                        "GET /v1/surveys/{survey}/challenge",
                        "POST /v1/surveys/{survey}/codes",
                        "POST /v1/surveys/{survey}/disputes",
                        "POST /v1/surveys/{survey}/ballots");
        assertThat(map(map(api().get("Auth")).get("Authorizers")).keySet()).hasToString("[Staff, Citizen]");
    }

    @Test
    void routesWithLimitsOfTheirOwnExist() {
        var limited = map(api().get("RouteSettings"));
        assertThat(routes().keySet()).containsAll(names(limited));
        limited.values()
                .forEach(limits -> assertThat(names(map(limits)))
                        .isSubsetOf("ThrottlingBurstLimit", "ThrottlingRateLimit", "DetailedMetricsEnabled"));
        assertThat(map(api().get("DefaultRouteSettings")).get("ThrottlingRateLimit"))
                .isNotNull();
    }

    @Test
    void whoVotedLeavesNoTrailInTime() {
        var voters = TEMPLATE.resources("AWS::DynamoDB::Table").get("VotersTable");
        assertThat(voters.get("DeletionProtectionEnabled")).isEqualTo(true);
        assertThat(names(voters))
                .doesNotContain(
                        "StreamSpecification", "KinesisStreamSpecification", "ContributorInsightsSpecification");
        var format = (String) map(api().get("AccessLogSettings")).get("Format");
        var told = Pattern.compile("\\$context\\.([a-zA-Z.]+)")
                .matcher(format)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "requestId",
                        "routeKey",
                        "status",
                        "responseLatency",
                        "authorizer.error",
                        "integrationErrorMessage");
        assertThat(TEMPLATE.resources("AWS::CloudTrail::Trail")).isEmpty();
        TEMPLATE.resources("AWS::CloudFront::Distribution")
                .values()
                .forEach(site ->
                        assertThat(names(map(site.get("DistributionConfig")))).doesNotContain("Logging"));
        TEMPLATE.resources("AWS::Serverless::Function")
                .values()
                .forEach(function -> assertThat(function.get("Tracing")).isNull());
    }

    @Test
    void tablesArePaidByUseAndKept() {
        var tables = TEMPLATE.resources("AWS::DynamoDB::Table");
        assertThat(tables.keySet()).containsExactlyInAnyOrder("VotersTable", "BallotsTable", "ContestTable");
        tables.forEach((name, properties) -> {
            assertThat(properties.get("BillingMode")).isEqualTo("PAY_PER_REQUEST");
            assertThat(map(properties.get("SSESpecification")).get("SSEEnabled"))
                    .isEqualTo(true);
            // Of those who voted it would tell when.
            assertThat(map(properties.get("PointInTimeRecoverySpecification")).get("PointInTimeRecoveryEnabled"))
                    .isEqualTo(!name.equals("VotersTable"));
            isKept(name);
        });
    }

    @Test
    void bucketsArePrivateEncryptedAndKept() {
        TEMPLATE.resources("AWS::S3::Bucket").forEach((name, properties) -> {
            assertThat(map(properties.get("PublicAccessBlockConfiguration")).values().stream()
                            .map(Object::toString)
                            .toList())
                    .hasSize(4)
                    .containsOnly("true");
            assertThat(properties.get("BucketEncryption")).isNotNull();
            assertThat(TEMPLATE.resource(name + "Policy").toString()).contains("aws:SecureTransport=false");
            isKept(name);
        });
        isKept("HmacSecret");
    }

    private static void isKept(String resource) {
        assertThat(TEMPLATE.resource(resource).get("DeletionPolicy")).isEqualTo("Retain");
        assertThat(TEMPLATE.resource(resource).get("UpdateReplacePolicy")).isEqualTo("Retain");
    }

    private static Map<?, ?> api() {
        return TEMPLATE.resources("AWS::Serverless::HttpApi").get("Api");
    }

    private static Set<String> allowed(String function, String policy) {
        return TEMPLATE.permissions(function).stream()
                .filter(p -> p.policy().equals(policy) && p.effect().equals(ALLOW))
                .map(CloudTemplate.Permission::action)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Map<?, ?>> events(String function) {
        var events = new LinkedHashMap<String, Map<?, ?>>();
        map(TEMPLATE.function(function).get("Events")).forEach((name, event) -> events.put((String) name, map(event)));
        return events;
    }

    private static Map<String, Map<?, ?>> routes() {
        var routes = new TreeMap<String, Map<?, ?>>();
        Functions.names()
                .forEach(function -> events(function).values().forEach(event -> {
                    if (event.get("Type").equals("HttpApi")) {
                        var properties = map(event.get("Properties"));
                        routes.put(properties.get("Method") + " " + properties.get("Path"), properties);
                    }
                }));
        return routes;
    }

    private static List<String> names(Map<?, ?> entries) {
        return entries.keySet().stream().map(String.class::cast).toList();
    }
}
