package kz.uzdik.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import kz.uzdik.contest.dossier.Finding;
import kz.uzdik.contest.dossier.Proposal;
import kz.uzdik.contest.dossier.Statement;
import kz.uzdik.engines.Engines;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.json.Json;
import kz.uzdik.samples.Item;
import kz.uzdik.samples.Naming;
import kz.uzdik.samples.SampleDossier;
import kz.uzdik.store.Announcement;
import kz.uzdik.store.AnnouncementStore;
import kz.uzdik.store.DossierState;
import kz.uzdik.store.Tables;
import kz.uzdik.wiring.Wiring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A secretary says which file is which item, and the archive is checked again: on a real DynamoDB and S3 server. */
class StatingTest {

    private static final String SCAN = "құжаттар/скан0004.pdf";
    private static final byte[] ARCHIVE = named(Item.QUESTIONNAIRE, SCAN);
    private static final Map<String, Integer> ATTRIBUTES =
            Map.of("complexProjects", 2, "languages", 3, "openness", 4, "complaints", 0);

    @TempDir
    Path folder = Path.of("");

    @Test
    void the_archive_is_checked_again_with_what_the_secretary_says() throws Exception {
        var stand = submitted("551031000");
        assertThat(proposal(stand).admit()).isFalse();
        assertThat(proposal(stand).statement()).isNull();

        var said = state(stand, 1, SCAN, "questionnaire");
        assertThat(said.status()).as("%s", said.body()).isEqualTo(201);
        assertThat(said.body().toString()).isEqualTo("""
            {"dossier":"%s","number":1,"version":1,"file":"%s","item":"questionnaire","by":"secretary-1",\
            "byName":"Айгүл","at":"%s"}\
            """.formatted(stand.dossier(), SCAN, Stand.INTAKE));
        var again = state(stand, 1, SCAN, "questionnaire");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(said.body());

        assertThat(proposal(stand).admit()).isTrue();
        assertThat(proposal(stand).statement()).isEqualTo(1);
        assertThat(document(stand)).isEqualTo("questionnaire");
        assertThat(state(stand).statements()).hasSize(1);
        assertThat(proposals(stand))
                .as("the earlier findings stay")
                .hasSize(2)
                .first()
                .satisfies(first -> {
                    assertThat(first.admit()).isFalse();
                    assertThat(first.statement()).isNull();
                });
        var seen = stand.call("GET /v1/dossiers/{dossier}", "member", stand.oblast(), "")
                .body();
        assertThat(seen.at("/statements/0")).isEqualTo(said.body());
        assertThat(seen.at("/proposal/statement").asInt()).isEqualTo(1);
    }

    @Test
    void the_same_findings_come_of_it_offline() throws Exception {
        var stand = submitted("551033000");
        state(stand, 1, SCAN, "questionnaire");
        var record = stand.call("GET /v1/dossiers/{dossier}", "agency", "republic", "")
                .body();
        var archive = Files.write(folder.resolve("dossier.zip"), ARCHIVE);
        var definition = DefinitionReader.read(stand.wiring.contestFile());

        var alone = OfflineCheck.of(definition, archive, null, Map.of(SCAN, "questionnaire"));
        assertThat(alone.admit()).isTrue();
        assertThat(proposal(stand).findings()).containsAll(alone.findings());

        var withRecord = OfflineCheck.of(definition, archive, record.toString(), Map.of());
        assertThat(withRecord.sameFindings()).isTrue();
        assertThat(withRecord.findings()).isEqualTo(proposal(stand).findings());
        var otherwise = OfflineCheck.of(definition, archive, record.toString(), Map.of(SCAN, ""));
        assertThat(otherwise.sameFindings()).isFalse();
    }

    @Test
    void a_later_statement_replaces_an_earlier_one_and_all_stay() throws Exception {
        var stand = submitted("551035000");
        state(stand, 1, SCAN, "questionnaire");
        var first = proposal(stand);
        assertThat(state(stand, 2, SCAN, null).status()).isEqualTo(201);
        assertThat(document(stand)).isNull();
        assertThat(unmet(stand)).containsExactly("completeDossier");
        assertThat(state(stand, 1, SCAN, "questionnaire").status())
                .as("the first one, sent again")
                .isEqualTo(200);
        assertThat(document(stand)).isNull();

        assertThat(state(stand, 3, SCAN, "questionnaire").status()).isEqualTo(201);
        assertThat(proposal(stand)).as("the same inputs").isEqualTo(first.under(3));
        assertThat(state(stand).statements())
                .extracting(Statement::item)
                .containsExactly("questionnaire", null, "questionnaire");
        assertThat(stand.checked(1, ARCHIVE)).as("the event, once more").isEqualTo("KNOWN");
        assertThat(proposal(stand).statement()).isEqualTo(3);
    }

    @Test
    void what_cannot_be_said_is_refused_and_nothing_is_kept() throws Exception {
        var stand = new Stand("551037000");
        stand.register(stand.registration(ARCHIVE));
        assertThat(state(stand, 1, SCAN, "questionnaire").problem()).isEqualTo("not-checked");
        stand.send(ARCHIVE);
        stand.checked(1, ARCHIVE);

        assertThat(call(stand, "member", stand.oblast(), "1", wanted(1, SCAN, "questionnaire"))
                        .problem())
                .isEqualTo("role-missing");
        assertThat(call(stand, "secretary", "110000000", "1", wanted(1, SCAN, "questionnaire"))
                        .problem())
                .isEqualTo("other-region");
        assertThat(call(stand, "secretary", stand.oblast(), "0", wanted(1, SCAN, "questionnaire"))
                        .fields())
                .containsExactly("/statement");
        assertThat(state(stand, 1, "құжаттар/басқа.pdf", "questionnaire").fields())
                .containsExactly("/file");
        assertThat(state(stand, 1, SCAN, "diploma").fields()).containsExactly("/item");
        assertThat(state(stand, 1, SCAN, "video").fields()).containsExactly("/item");
        assertThat(state(stand, 2, SCAN, "questionnaire").problem()).isEqualTo("stated-otherwise");
        assertThat(call(stand, "secretary", stand.oblast(), "1", wanted(2, SCAN, "questionnaire"))
                        .problem())
                .isEqualTo("registered-anew");
        assertThat(state(stand).statements()).isEmpty();
        assertThat(proposals(stand)).hasSize(1);
    }

    @Test
    void it_holds_for_the_archive_it_was_said_of_and_no_other() throws Exception {
        var stand = submitted("551039000");
        state(stand, 1, SCAN, "questionnaire");
        stand.submit(named(Item.QUESTIONNAIRE, "құжаттар/скан0005.pdf"));
        assertThat(unmet(stand)).containsExactly("completeDossier");
        assertThat(proposal(stand).statement()).isNull();
        assertThat(call(stand, "secretary", stand.oblast(), "2", wanted(1, SCAN, "questionnaire"))
                        .problem())
                .isEqualTo("registered-anew");
        assertThat(call(stand, "secretary", stand.oblast(), "2", wanted(2, "құжаттар/скан0005.pdf", "questionnaire"))
                        .status())
                .isEqualTo(201);
        assertThat(proposal(stand).admit()).isTrue();
    }

    @Test
    void it_is_said_before_the_decision_and_again_once_an_appeal_opened_the_dossier() throws Exception {
        var stand = submitted("551041000");
        assertThat(decide(stand, refusal(1, null, null)).status()).isEqualTo(201);
        assertThat(state(stand, 1, SCAN, "questionnaire").problem()).isEqualTo("decided-already");
        stand.call(
                "POST /v1/dossiers/{dossier}/appeals",
                "secretary",
                stand.oblast(),
                Map.of("decision", 1, "by", "CANDIDATE", "reason", "Сауалнама бар."));
        assertThat(state(stand, 1, SCAN, "questionnaire").status()).isEqualTo(201);

        assertThat(decide(stand, refusal(2, 1, null)).problem())
                .as("by who has not seen what was found since")
                .isEqualTo("checked-anew");
        assertThat(decide(stand, admission(2, 1, 1)).status()).isEqualTo(201);
    }

    @Test
    void once_the_first_stage_is_announced_nothing_more_is_said() throws Exception {
        var contest = folder.resolve("contest.json");
        Files.writeString(
                contest,
                Files.readString(Path.of("../../contests/best-akim-2027.json"))
                        .replace("\"selection\"", "\"stated-selection\""));
        var stand = new Stand("551631000", contest);
        stand.submit(ARCHIVE);
        new AnnouncementStore(Tables.of(stand.wiring))
                .announce(
                        new Announcement(
                                "stated-selection", 1, Stand.INTAKE, "agency", null, null, 1, "0".repeat(64), "r", "s"),
                        Map.of(),
                        Map.of(),
                        Map.of());
        assertThat(state(stand, 1, SCAN, "questionnaire").problem()).isEqualTo("already-announced");
    }

    @Test
    void of_many_at_once_each_number_is_given_once() throws Exception {
        var stand = submitted("551633000");
        var calls = new ArrayList<Callable<Stand.Answer>>();
        IntStream.range(0, 3).forEach(i -> calls.add(() -> state(stand, 1, SCAN, "questionnaire")));
        calls.add(() -> state(stand, 1, SCAN, null));
        var answers = new ArrayList<Stand.Answer>();
        try (var pool = Executors.newFixedThreadPool(calls.size())) {
            for (var answer : pool.invokeAll(calls)) {
                answers.add(answer.get());
            }
        }
        assertThat(answers)
                .extracting(Stand.Answer::status)
                .containsOnlyOnce(201)
                .isSubsetOf(200, 201, 409);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .extracting(Stand.Answer::problem)
                .containsOnly("stated-otherwise");
        assertThat(state(stand).statements()).hasSize(1);
        assertThat(proposals(stand)).hasSize(2);
        assertThat(document(stand))
                .isEqualTo(state(stand).statements().getFirst().item());
    }

    @Test
    void a_decision_that_comes_while_the_archive_is_read_keeps_the_statement_out() throws Exception {
        var stand = submitted("551635000");
        var decided = new AtomicReference<Stand.Answer>();
        InstantSource clock = () -> {
            decided.compareAndSet(null, decide(stand, refusal(1, null, null)));
            return Stand.INTAKE;
        };
        var handler = new StatementHandler(new Wiring(stand.wiring.environment(), clock, stand.wiring.random()));
        var answer = Stand.Answer.of(handler.handleRequest(
                Stand.event(
                        "PUT /v1/dossiers/{dossier}/statements/{statement}",
                        "secretary",
                        stand.oblast(),
                        wanted(1, SCAN, "questionnaire"),
                        Map.of("dossier", stand.dossier(), "statement", "1")),
                new NoContext()));
        assertThat(decided.get().status()).isEqualTo(201);
        assertThat(answer.problem()).isEqualTo("stated-otherwise");
        assertThat(state(stand).statements()).isEmpty();
        assertThat(proposals(stand)).hasSize(1);
    }

    private static Stand submitted(String okrug) throws Exception {
        var stand = new Stand(okrug);
        assertThat(stand.submit(ARCHIVE)).isEqualTo("CHECKED");
        return stand;
    }

    private static Stand.Answer state(Stand stand, int number, String file, String item) {
        return call(stand, "secretary", stand.oblast(), String.valueOf(number), wanted(1, file, item));
    }

    private static Stand.Answer call(
            Stand stand, String role, String scope, String number, Map<String, Object> wanted) {
        return Stand.Answer.of(stand.statements.handleRequest(
                Stand.event(
                        "PUT /v1/dossiers/{dossier}/statements/{statement}",
                        role,
                        scope,
                        wanted,
                        Map.of("dossier", stand.dossier(), "statement", number)),
                new NoContext()));
    }

    private static Map<String, Object> wanted(int version, String file, String item) {
        var wanted = new HashMap<String, Object>(Map.of("version", version, "file", file));
        if (item != null) {
            wanted.put("item", item);
        }
        return wanted;
    }

    private static Stand.Answer decide(Stand stand, Map<String, Object> decision) {
        return stand.call("POST /v1/dossiers/{dossier}/decision", "secretary", stand.oblast(), decision);
    }

    private static Map<String, Object> refusal(int number, Integer onAppeal, Integer statement) {
        return decision(false, List.of("completeDossier"), Map.of(), number, onAppeal, statement);
    }

    private static Map<String, Object> admission(int number, Integer onAppeal, Integer statement) {
        return decision(true, List.of(), ATTRIBUTES, number, onAppeal, statement);
    }

    private static Map<String, Object> decision(
            boolean admitted,
            List<String> refusedFor,
            Map<String, Integer> attributes,
            int number,
            Integer onAppeal,
            Integer statement) {
        var decision = new HashMap<String, Object>(Map.of(
                "admitted",
                admitted,
                "refusedFor",
                refusedFor,
                "attributes",
                attributes,
                "note",
                "Комиссия қарады.",
                "number",
                number));
        if (onAppeal != null) {
            decision.put("onAppeal", onAppeal);
        }
        if (statement != null) {
            decision.put("statement", statement);
        }
        return decision;
    }

    private static DossierState state(Stand stand) {
        return stand.store.of(stand.dossier()).orElseThrow();
    }

    private static Proposal proposal(Stand stand) {
        return state(stand).proposal();
    }

    /** The item that the file without a telling name was taken for. */
    private static String document(Stand stand) {
        return proposal(stand).files().stream()
                .filter(file -> file.name().equals(SCAN))
                .findFirst()
                .orElseThrow()
                .document();
    }

    private static List<String> unmet(Stand stand) {
        return proposal(stand).findings().stream()
                .filter(finding -> !finding.met())
                .map(Finding::rule)
                .toList();
    }

    /** Every proposal that is kept, in the order of their keys. */
    private static List<Proposal> proposals(Stand stand) {
        try (var client = Engines.shared().dynamoDbClient()) {
            return client
                    .query(r -> r.tableName(stand.wiring.required("CONTEST_TABLE"))
                            .keyConditionExpression("pk = :pk AND begins_with(sk, :sk)")
                            .expressionAttributeValues(Map.of(
                                    ":pk", AttributeValue.fromS("DOSSIERS#" + stand.okrug.substring(0, 2)),
                                    ":sk", AttributeValue.fromS(stand.dossier() + "#PROPOSAL#"))))
                    .items()
                    .stream()
                    .map(item -> Json.readOwn(item.get("fact").s(), Proposal.class))
                    .toList();
        }
    }

    /** A sound dossier whose {@code item} is called {@code name}. */
    private static byte[] named(Item item, String name) {
        var sound = SampleDossier.good(41, "Бауыржан Тілеуов", "Өрнек").named(Naming.KAZAKH);
        var out = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(sound.zip()));
                var to = new ZipOutputStream(out)) {
            for (var entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                to.putNextEntry(
                        new ZipEntry(entry.getName().equals(item.fileName(Naming.KAZAKH)) ? name : entry.getName()));
                from.transferTo(to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
