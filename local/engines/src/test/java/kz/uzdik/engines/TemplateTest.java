package kz.uzdik.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class TemplateTest {

    private final Template shipped = Template.read(
            ProjectFolder.root().resolve("template.yaml"), Map.of("IssuerUrl", "http://localhost:8080/uzdik"));

    @Test
    void shippedTemplateHasItsTablesBucketsAndQueue() {
        assertThat(shipped.tables())
                .contains(
                        new TableSpec("VotersTable", "VotersTable", "id", null, null, "expires"),
                        new TableSpec("ContestTable", "ContestTable", "pk", "sk", "NEW_IMAGE", "expires"));
        assertThat(shipped.buckets()).contains("uzdik-dossiers-bucket", "uzdik-public-bucket");
        assertThat(shipped.queues()).containsExactly("FailuresQueue");
    }

    @Test
    void environmentNamesLocalThings() {
        var check = shipped.function("CheckFunction");
        assertThat(check.environment())
                .containsEntry("DOSSIERS_BUCKET", "uzdik-dossiers-bucket")
                .containsEntry("CONTEST_TABLE", "ContestTable")
                .hasEntrySatisfying(
                        "CONTEST_FILE",
                        file -> assertThat(file)
                                .isEqualTo(ProjectFolder.root()
                                        .resolve("contests/best-akim-2027.json")
                                        .toString()));
        assertThat(shipped.function("VoteFunction").environment()).doesNotContainKey("DOSSIERS_BUCKET");
    }

    @Test
    void pagesMayTalkToTheirOwnSiteTheArchivesAndTheSignInOnly() {
        assertThat(shipped.pageHeaders())
                .containsEntry("X-Frame-Options", "DENY")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .hasEntrySatisfying(
                        "Content-Security-Policy",
                        policy -> assertThat(policy)
                                .contains(
                                        "default-src 'none'",
                                        "script-src 'self';",
                                        "connect-src 'self' https://uzdik-dossiers-bucket.s3.eu-central-1.amazonaws.com"
                                                + " https://sso.uzdik.example;",
                                        "frame-ancestors 'none'"));
    }

    @Test
    void eventsAreTyped() {
        assertThat(shipped.function("DossierFunction").events())
                .filteredOn(e -> e instanceof EventSpec.Route r && r.key().equals("POST /v1/dossiers"))
                .singleElement()
                .satisfies(e -> assertThat(((EventSpec.Route) e).scopes()).isEqualTo(Set.of("uzdik/secretary")));
        assertThat(shipped.function("TallyFunction").events()).singleElement().satisfies(e -> {
            var stream = (EventSpec.Stream) e;
            assertThat(stream.table()).isEqualTo("BallotsTable");
            assertThat(stream.partial()).isTrue();
            assertThat(stream.failures()).isEqualTo("FailuresQueue");
        });
    }

    @Test
    void typeThatCannotBePlayedIsNamed() {
        assertThatThrownBy(() -> Template.parse("""
            Resources:
              Steps:
                Type: AWS::StepFunctions::StateMachine
            """, null, Map.of()))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("Resources.Steps")
                .hasMessageContaining("AWS::StepFunctions::StateMachine");
    }

    @Test
    void propertyThatCannotBePlayedIsNamed() {
        assertThatThrownBy(() -> Template.parse("""
            Resources:
              Table:
                Type: AWS::DynamoDB::Table
                Properties:
                  KeySchema: [{AttributeName: id, KeyType: HASH}]
                  StreamSpecification: {StreamViewType: NEW_IMAGE}
              Reader:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: a.B
                  CodeUri: b.jar
                  Events:
                    Rows:
                      Type: DynamoDB
                      Properties:
                        Stream: !GetAtt Table.StreamArn
                        StartingPosition: LATEST
                        TumblingWindowInSeconds: 30
            """, null, Map.of()))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("Resources.Reader.Properties.Events.Rows.Properties.TumblingWindowInSeconds");
    }

    @Test
    void whatWouldBePassedInSilenceIsRefusedByName() throws IOException {
        var text = Files.readString(ProjectFolder.root().resolve("template.yaml"));
        assertRefused(
                text.replace("      Timeout: 10\n", "      Timeout: 10\n      ReservedConcurrentExecutions: 5\n"),
                "Resources.VoteFunction.Properties.ReservedConcurrentExecutions");
        assertRefused(
                text.replace("    Timeout: 20\n", "    Timeout: 20\n    Tracing: Active\n"),
                "Globals.Function.Tracing");
        assertRefused(
                text.replace(
                        "      DefaultRouteSettings:\n",
                        "      DefaultRouteSettings:\n        DetailedMetricsEnabled: true\n"),
                "Resources.Api.Properties.DefaultRouteSettings.DetailedMetricsEnabled");
        assertRefused(
                text.replace("        POST /v1/announcements:\n", "        POST /v1/nowhere:\n"),
                "Resources.Api.Properties.RouteSettings.POST /v1/nowhere");
        assertRefused(
                text.replace("  VoteFunction:\n", "  VoteFunction:\n    Condition: OwnName\n"),
                "Resources.VoteFunction.Condition");
        assertRefused(text + "\nMappings: {}\n", "Mappings");
    }

    private static void assertRefused(String template, String where) {
        assertThatThrownBy(() -> Template.parse(template, ProjectFolder.root(), Map.of()))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(where + ":");
    }

    @Test
    void whatIsPassedIsToldWithItsReason() {
        assertThat(shipped.notPlayed())
                .contains("IAM::Role", "CloudFront::Distribution", "Serverless::Function SnapStart")
                .doesNotContain("Serverless::Function Timeout", "CloudWatch::Dashboard");
        assertThat(NotPlayed.ALL).allSatisfy(n -> assertThat(n.why()).isNotBlank());
        assertThat(NotPlayed.ALL).extracting(NotPlayed::label).doesNotHaveDuplicates();
    }

    @Test
    void routesHaveTheirOwnThrottleOrTheApis() {
        var throttles = shipped.functions().stream()
                .flatMap(f -> f.events().stream())
                .filter(EventSpec.Route.class::isInstance)
                .map(EventSpec.Route.class::cast)
                .collect(Collectors.toMap(EventSpec.Route::key, EventSpec.Route::throttle));
        assertThat(throttles)
                .containsEntry("POST /v1/surveys/{survey}/ballots", new Throttle(500, 1000))
                .containsEntry("POST /v1/dossiers", new Throttle(50, 100));
    }

    @Test
    void unknownReferenceIsNamed() {
        assertThatThrownBy(() -> Template.parse("""
            Resources:
              F:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: a.B
                  CodeUri: b.jar
                  Environment: {Variables: {T: !Ref Nowhere}}
            """, null, Map.of()))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("Nowhere");
    }

    @Test
    void functionsOfTheTemplateLanguageAreResolved() {
        var template = Template.parse("""
            Parameters:
              Host: {Type: String, Default: "https://uzdik.example"}
            Conditions:
              Own: !Not [!Equals [!Ref Host, ""]]
            Resources:
              F:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: a.B
                  CodeUri: b.jar
                  Environment:
                    Variables:
                      A: !Select [2, !Split ["/", !Ref Host]]
                      B: !If [Own, yes-it-is, no]
                      C: !Sub ["${Host}/${X}/${!Y}", {X: !Join ["-", [a, b]]}]
                      D: !If [Own, !Ref "AWS::NoValue", no]
            """, null, Map.of());
        assertThat(template.function("F").environment())
                .isEqualTo(Map.of("A", "uzdik.example", "B", "yes-it-is", "C", "https://uzdik.example/a-b/${Y}"));
    }
}
