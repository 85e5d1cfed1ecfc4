package kz.uzdik.jury;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import kz.uzdik.contest.definition.Commissions.Correcting;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Oblast;
import kz.uzdik.contest.dossier.Decision;
import kz.uzdik.contest.dossier.NominatorKind;
import kz.uzdik.contest.dossier.Registration;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.engines.Engines;
import kz.uzdik.engines.ProjectFolder;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.json.Json;
import kz.uzdik.store.AnnouncementStore;
import kz.uzdik.store.CommissionStore;
import kz.uzdik.store.DisputeStore;
import kz.uzdik.store.DossierStore;
import kz.uzdik.store.FactsGatherer;
import kz.uzdik.store.InterestStore;
import kz.uzdik.store.JuryStore;
import kz.uzdik.store.RollStore;
import kz.uzdik.store.Tables;
import kz.uzdik.store.TallyStore;
import kz.uzdik.wiring.Wiring;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The jury's function on a table of its own, with a commission of nine and whom they judge. */
final class JuryRig {

    static final Instant NOW = Instant.parse("2027-05-05T06:00:00Z");
    static final String CHAIR = "m1";

    final ContestDefinition definition;
    final Oblast oblast;
    final DossierStore dossiers;
    final CommissionStore commissions;
    final JuryStore jury;
    final FactsGatherer facts;
    final AnnouncementStore announcements;
    final DisputeStore disputes;
    final InterestStore interests;
    private final Tables tables;
    private final JuryHandler handler;

    JuryRig() {
        this(Correcting.UNTIL_ANNOUNCEMENT);
    }

    /** On the edition of 2027, but for what it says of corrections. */
    JuryRig(Correcting corrections) {
        var engines = Engines.shared();
        var environment = new HashMap<>(engines.environment());
        environment.put("CONTEST_FILE", contest(corrections).toString());
        environment.put("CONTEST_TABLE", table());
        environment.put("DOSSIERS_BUCKET", bucket());
        var wiring = new Wiring(environment, () -> NOW, new Random(1));
        definition = DefinitionReader.read(wiring.contestFile());
        oblast = definition.oblasts().getFirst();
        tables = Tables.of(wiring);
        dossiers = new DossierStore(tables);
        commissions = new CommissionStore(tables);
        jury = new JuryStore(tables);
        facts = new FactsGatherer(tables, new TallyStore(tables, wiring.clock(), wiring.random()), definition);
        announcements = new AnnouncementStore(tables);
        disputes = new DisputeStore(tables, new Random(2));
        interests = new InterestStore(tables);
        handler = new JuryHandler(wiring);
    }

    private static Path contest(Correcting corrections) {
        var shipped = ProjectFolder.root().resolve("contests/best-akim-2027.json");
        try {
            var file = Files.createTempFile("contest", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(
                    file, Files.readString(shipped).replace("\"UNTIL_ANNOUNCEMENT\"", "\"" + corrections + "\""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bucket() {
        var name = "dossiers-" + UUID.randomUUID();
        try (var s3 = Engines.shared().s3Client()) {
            s3.createBucket(r -> r.bucket(name));
        }
        return name;
    }

    private static String table() {
        var name = "Contest-" + UUID.randomUUID();
        try (var client = Engines.shared().dynamoDbClient()) {
            client.createTable(r -> r.tableName(name)
                    .billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(
                            a -> a.attributeName("pk").attributeType(ScalarAttributeType.S),
                            a -> a.attributeName("sk").attributeType(ScalarAttributeType.S))
                    .keySchema(
                            k -> k.attributeName("pk").keyType(KeyType.HASH),
                            k -> k.attributeName("sk").keyType(KeyType.RANGE)));
        }
        return name;
    }

    /** Records the commission of {@code scope}: {@code m1}, the chair, to {@code m9}. */
    JuryRig commission(String scope) {
        commissions.record(new Commission(scope, members()), "agency", NOW);
        return this;
    }

    static List<Commission.Member> members() {
        var members = new ArrayList<Commission.Member>();
        for (var i = 1; i <= 9; i++) {
            members.add(new Commission.Member(
                    "m" + i,
                    "Мүше " + i,
                    "m" + i + "@example.kz",
                    i == 1 ? Commission.Role.CHAIR : Commission.Role.MEMBER));
        }
        return members;
    }

    /** Admits the akim of the oblast's okrug number {@code index}, equal in every attribute; returns the candidate. */
    String admit(int index) {
        var okrug = oblast.districts().stream()
                .flatMap(district -> district.okrugs().stream())
                .skip(index)
                .findFirst()
                .orElseThrow();
        var dossier = "d-" + okrug.kato();
        dossiers.register(
                new Registration(
                        dossier,
                        1,
                        okrug.kato(),
                        "Үміткер " + index,
                        "c" + index + "@example.kz",
                        "0".repeat(64),
                        NominatorKind.SELF,
                        "Өзі",
                        "n@example.kz",
                        List.of(),
                        List.of(),
                        1,
                        "0".repeat(64),
                        "secretary",
                        "s@example.kz",
                        NOW),
                List.of());
        var attributes = new HashMap<String, Integer>();
        definition.attributes().forEach(attribute -> attributes.put(attribute.id(), attribute.min()));
        var decision = new Decision(dossier, 1, 1, true, List.of(), attributes, "", "secretary", NOW, null);
        dossiers.decide("selection", oblast.kato(), decision, 0, List.of());
        return dossier;
    }

    /** Calls {@code route}, of which {@code path} fills the parameters in order, as {@code caller}. */
    APIGatewayV2HTTPResponse call(Staff caller, String route, Object body, String... path) {
        var parameters = new HashMap<String, String>();
        var matcher = java.util.regex.Pattern.compile("\\{([a-z]+)}").matcher(route);
        for (var value : path) {
            matcher.find();
            parameters.put(matcher.group(1), value);
        }
        var context = new RequestContext();
        context.setRequestId("test");
        context.setAuthorizer(RequestContext.Authorizer.builder()
                .withJwt(RequestContext.Authorizer.JWT
                        .builder()
                        .withClaims(caller.claims())
                        .build())
                .build());
        var event = APIGatewayV2HTTPEvent.builder()
                .withRouteKey(route)
                .withPathParameters(parameters)
                .withHeaders(Map.of("accept-language", "ru"))
                .withRequestContext(context)
                .withBody(body instanceof String text ? text : Json.write(body))
                .build();
        return handler.handleRequest(event, null);
    }

    /** Who calls. */
    record Staff(String subject, String roles, String scope) {

        Map<String, String> claims() {
            return Map.of("sub", subject, "scope", roles, "uzdik_scope", scope);
        }
    }

    Staff member(int number) {
        return new Staff("m" + number, number == 1 ? "uzdik/member uzdik/chair" : "uzdik/member", oblast.kato());
    }

    static Staff agency() {
        return new Staff("agency", "uzdik/agency", "republic");
    }

    /** Makes {@code person} one who has voted. */
    void voted(String person) {
        new RollStore(tables, new Random(3)).put(List.of(person), NOW);
    }

    /** Full points on sheet {@code id}, less {@code less} on its first criterion. */
    Map<String, Object> points(String id, int less) {
        var points = new HashMap<String, Integer>();
        definition.sheets().stream()
                .filter(sheet -> sheet.id().equals(id))
                .flatMap(sheet -> sheet.criteria().stream())
                .forEach(
                        criterion -> points.put(criterion.id(), criterion.maxPoints() - (points.isEmpty() ? less : 0)));
        return Map.of("points", points);
    }
}
