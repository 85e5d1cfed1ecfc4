package kz.uzdik.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import kz.uzdik.engines.Engines;
import kz.uzdik.host.RuntimeApi.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Every packaged jar, started as Lambda starts it and given its sample event. The functions see the machine's clock, so
 * the contest's dates are moved for each to lie where its event needs them.
 */
@EnabledOnOs(value = OS.LINUX, disabledReason = "AWS's runtime interface client is for Linux only")
class LambdaJarTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CONTEST = CloudTemplate.PROJECT.resolve("contests/best-akim-2027.json");
    private static final LocalDate INTAKE = LocalDate.parse("2027-04-05");
    private static final LocalDate SELECTION = LocalDate.parse("2027-05-04");
    private static final LocalDate SURVEY = LocalDate.parse("2027-05-20");

    @TempDir
    private static Path folder;

    private static Map<String, String> engines;

    @BeforeAll
    static void startEngines() {
        engines = Engines.shared().environment();
    }

    @Test
    void aSecretaryRegistersADossierAndNamesNoFileBeforeItIsChecked() {
        try (var sandbox = start("DossierFunction", INTAKE)) {
            var answer = http(sandbox, "dossier-registration.json", 201);
            assertThat(answer.path("dossier").asText()).isEqualTo("d-351631000");
            assertThat(http(sandbox, "dossier-upload.json", 200)
                            .at("/links/0/url")
                            .asText())
                    .contains("uzdik-dossiers");
            http(sandbox, "dossier-registration-other-region.json", 403);
            http(sandbox, "dossier-registration-impossible-kato.json", 400);
        }
        try (var sandbox = start("StatementFunction", INTAKE)) {
            assertThat(http(sandbox, "dossier-statement.json", 409).path("type").asText())
                    .endsWith("/not-checked");
        }
    }

    @Test
    void anObjectThatNobodyRegisteredIsPassedOver() {
        try (var sandbox = start("CheckFunction", INTAKE)) {
            assertThat(sandbox.invoke(Functions.event("check-object-created-unknown-key.json")))
                    .isInstanceOf(Outcome.Answered.class);
        }
    }

    @Test
    void aResidentAsksForAProofAndIsRefusedWithAWrongOne() {
        try (var sandbox = start("VoteFunction", SURVEY)) {
            assertThat(http(sandbox, "vote-challenge.json", 200)
                            .path("algorithm")
                            .asText())
                    .isEqualTo("SHA-256");
            http(sandbox, "vote-code.json", 403);
            http(sandbox, "vote-code-bad-iin.json", 422);
            http(sandbox, "vote-ballot-not-json.json", 400);
            assertThat(http(sandbox, "vote-ballot-unknown-field.json", 400).toString())
                    .contains("/weight");
            http(sandbox, "vote-ballot-too-large.json", 400);
            assertThat(answer(sandbox, "vote-form-code.json").path("body").asText())
                    .startsWith("<!doctype html>");
            assertThat(answer(sandbox, "vote-form-ballot.json")
                            .path("statusCode")
                            .asInt())
                    .isEqualTo(400);
            assertThat(sandbox.output()).doesNotContain("asel@example.com", "880314450");
        }
    }

    @Test
    void aReceiptThatNobodyHasIsNotCounted() {
        try (var sandbox = start("ReceiptFunction", SURVEY)) {
            assertThat(http(sandbox, "receipt.json", 200).path("counted").asBoolean(true))
                    .isFalse();
        }
    }

    @Test
    void ballotsAreCountedAndAPoisonedOneIsReportedAlone() {
        try (var sandbox = start("TallyFunction", SURVEY)) {
            assertThat(failures(sandbox, "tally-ballots.json")).isEmpty();
            assertThat(failures(sandbox, "tally-ballots-duplicate.json")).isEmpty();
            assertThat(failures(sandbox, "tally-ballots-poison.json")).hasSize(1);
            assertThat(lastLine(sandbox).path("level").asText()).isEqualTo("ERROR");
            assertThat(lastLine(sandbox).path("AWSRequestId").asText()).startsWith("8476a536-");
        }
    }

    @Test
    void theAgencyAppointsACommissionAndItsMemberSeesTheSheets() {
        try (var sandbox = start("JuryFunction", SELECTION)) {
            http(sandbox, "jury-commission.json", 201);
            http(sandbox, "jury-commission.json", 200);
            http(sandbox, "jury-sheets.json", 200);
            http(sandbox, "jury-sheet.json", 404);
        }
    }

    @Test
    void theAgencySeesTheState() {
        try (var sandbox = start("RankingFunction", SELECTION)) {
            assertThat(http(sandbox, "ranking-state.json", 200).path("calendar").isMissingNode())
                    .isFalse();
            http(sandbox, "ranking-announcement.json", 409);
        }
    }

    @Test
    void theScheduleIsAnswered() {
        try (var sandbox = start("ScheduleFunction", INTAKE)) {
            assertThat(sandbox.invoke(Functions.event("schedule.json"))).isInstanceOf(Outcome.Answered.class);
        }
    }

    @Test
    void mailsOfTheOutboxAreSentAndAPoisonedOneIsReportedAlone() throws IOException {
        putIntoTheTable(JSON.readTree(Functions.event("mail-outbox.json")));
        try (var sandbox = start("MailFunction", INTAKE)) {
            assertThat(failures(sandbox, "mail-outbox.json")).isEmpty();
            assertThat(failures(sandbox, "mail-outbox-poison.json")).hasSize(1);
            assertThat(failures(sandbox, "mail-not-outbox.json")).isEmpty();
        }
    }

    /** Starts the jar of {@code function} with the variables that the template gives it, and no other. */
    private static Sandbox start(String function, LocalDate today) {
        var environment = new HashMap<String, String>();
        engines.forEach((name, value) -> {
            if (name.startsWith("AWS_")) {
                environment.put(name, value);
            }
        });
        for (var name : Functions.TEMPLATE.variables(function)) {
            environment.put(name, engines.getOrDefault(name, "uzdik"));
        }
        environment.put("CONTEST_FILE", contest(today).toString());
        environment.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
        environment.put("AWS_LAMBDA_LOG_LEVEL", "INFO");
        return Sandbox.start(Functions.jar(function), Functions.handler(function), environment);
    }

    /** The contest with its dates moved so that {@code day} of it is the machine's today. */
    private static Path contest(LocalDate day) {
        try {
            var shift = ChronoUnit.DAYS.between(day, LocalDate.now(ZoneId.of("Asia/Almaty")));
            var moved = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?=[T\"])")
                    .matcher(Files.readString(CONTEST))
                    .replaceAll(date ->
                            LocalDate.parse(date.group()).plusDays(shift).toString());
            return Files.writeString(folder.resolve(day + ".json"), moved);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body of the answer to a request, whose status must be {@code status}. */
    private static JsonNode http(Sandbox sandbox, String event, int status) {
        var answer = answer(sandbox, event);
        assertThat(answer.path("statusCode").asInt())
                .as(event + ": " + answer.path("body").asText() + sandbox.output())
                .isEqualTo(status);
        return json(answer.path("body").asText());
    }

    private static Iterable<JsonNode> failures(Sandbox sandbox, String event) {
        return answer(sandbox, event).path("batchItemFailures");
    }

    private static JsonNode answer(Sandbox sandbox, String event) {
        var outcome = sandbox.invoke(Functions.event(event));
        assertThat(outcome).as(event).isInstanceOf(Outcome.Answered.class);
        return json(((Outcome.Answered) outcome).body());
    }

    private static JsonNode lastLine(Sandbox sandbox) {
        return json(sandbox.output().lines().toList().getLast());
    }

    private static void putIntoTheTable(JsonNode event) {
        try (var client = Engines.shared().dynamoDbClient()) {
            for (var entry : event.path("Records")) {
                var item = new HashMap<String, AttributeValue>();
                entry.at("/dynamodb/NewImage")
                        .properties()
                        .forEach(field -> item.put(
                                field.getKey(),
                                AttributeValue.fromS(field.getValue().path("S").asText())));
                client.putItem(r -> r.tableName(engines.get("CONTEST_TABLE")).item(item));
            }
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
