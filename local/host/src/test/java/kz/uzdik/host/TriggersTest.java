package kz.uzdik.host;

import static kz.uzdik.host.CloudTemplate.list;
import static kz.uzdik.host.CloudTemplate.map;
import static kz.uzdik.host.Functions.TEMPLATE;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The template's patterns, filters and schedules, held against the sample events. */
class TriggersTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check-object-created.json",
                "check-object-created-multipart.json",
                "check-object-created-unknown-key.json"
            })
    void whatArrivesInTheDossiersBucketIsChecked(String file) {
        var event = json(Functions.event(file));
        assertThat(rule(event.at("/detail/bucket/name").asText()).matches(event))
                .isTrue();
        assertThat(rule("another-bucket").matches(event)).isFalse();
    }

    @Test
    void deletionsAreNotChecked() {
        var event = Functions.event("check-object-created.json").replace("Object Created", "Object Deleted");
        var bucket = json(event).at("/detail/bucket/name").asText();
        assertThat(rule(bucket).matches(json(event))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "mail-returned-bounce.json, true",
        "mail-returned-complaint.json, true",
        "mail-returned-code.json, false"
    })
    void whatComesBackIsToldOnlyOfMailsThatBearTheirId(String file, boolean passes) {
        var pattern = rule("ReturnFunction", "MailReturned", "MailConfiguration", "MailConfiguration");
        assertThat(pattern.matches(json(Functions.event(file)))).isEqualTo(passes);
    }

    @Test
    void whatComesBackOfAnotherStacksMailsIsNotTold() {
        var pattern = rule("ReturnFunction", "MailReturned", "MailConfiguration", "AnotherConfiguration");
        assertThat(pattern.matches(json(Functions.event("mail-returned-bounce.json"))))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "TallyFunction, NewBallots, tally-ballots.json, true",
        "TallyFunction, NewBallots, tally-ballots-duplicate.json, true",
        "TallyFunction, NewBallots, tally-ballots-poison.json, true",
        "MailFunction, Outbox, mail-outbox.json, true",
        "MailFunction, Outbox, mail-outbox-poison.json, true",
        "MailFunction, Outbox, mail-not-outbox.json, false"
    })
    void streamsPassOnWhatIsMeantForTheFunction(String function, String event, String file, boolean passes) {
        var filters =
                list(map(properties(function, event).get("FilterCriteria")).get("Filters"));
        for (var entry : json(Functions.event(file)).path("Records")) {
            assertThat(filters.stream()
                            .anyMatch(filter -> EventPattern.of(
                                            event, json((String) map(filter).get("Pattern")))
                                    .matches(entry)))
                    .as(entry.toString())
                    .isEqualTo(passes);
        }
    }

    @Test
    void theScheduleIsDueEachHourByLocalTime() {
        var properties = properties("ScheduleFunction", "Hourly");
        var zone = ZoneId.of((String) properties.get("ScheduleExpressionTimezone"));
        var schedule = ScheduleExpression.parse((String) properties.get("ScheduleExpression"), zone);
        assertThat(schedule.next(Instant.parse("2027-05-12T13:05:00Z")))
                .contains(Instant.parse("2027-05-12T14:05:00Z"));
    }

    private static EventPattern rule(String bucket) {
        return rule("CheckFunction", "ArchiveUploaded", "DossiersBucket", bucket);
    }

    /** The pattern of {@code event} where {@code resource} is called {@code name}. */
    private static EventPattern rule(String function, String event, String resource, String name) {
        var pattern = JSON.valueToTree(properties(function, event).get("Pattern"));
        var text = pattern.toString().replace("{\"Ref\":\"" + resource + "\"}", '"' + name + '"');
        return EventPattern.of(event, json(text));
    }

    private static Map<?, ?> properties(String function, String event) {
        return map(
                map(map(TEMPLATE.function(function).get("Events")).get(event)).get("Properties"));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
