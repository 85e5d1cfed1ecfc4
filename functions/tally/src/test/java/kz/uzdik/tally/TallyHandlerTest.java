package kz.uzdik.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.amazonaws.services.lambda.runtime.tests.annotations.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import kz.uzdik.contest.vote.AnswerCounts;
import kz.uzdik.engines.Engines;
import kz.uzdik.store.Tables;
import kz.uzdik.store.TallyStore;
import kz.uzdik.wiring.Wiring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TallyHandlerTest {

    private final Wiring wiring = new Wiring(
            Engines.shared().environment(), () -> Instant.parse("2027-05-20T09:30:00Z"), new SplittableRandom(6));
    private final TallyHandler handler = new TallyHandler(wiring);
    private final String survey = "survey-" + UUID.randomUUID();

    @ParameterizedTest
    @Event(value = "events/tally-ballots-duplicate.json", type = DynamodbEvent.class)
    void aRecordTwiceInOneBatchIsCountedOnce(DynamodbEvent event) {
        var distinct = event.getRecords().stream()
                .map(entry -> entry.getDynamodb().getKeys().get("id").getS())
                .distinct()
                .count();
        assertThat(distinct).isLessThan(event.getRecords().size());
        inOwnSurvey(event);

        assertThat(failures(event)).isEmpty();
        assertThat(failures(event)).isEmpty();
        assertThat(ballots()).isEqualTo(distinct);
    }

    @ParameterizedTest
    @Event(value = "events/tally-ballots-poison.json", type = DynamodbEvent.class)
    void aRecordThatIsNoBallotIsReportedAloneAndTheOthersAreCounted(DynamodbEvent event) {
        inOwnSurvey(event);
        var poison = event.getRecords().get(1).getDynamodb().getSequenceNumber();

        assertThat(failures(event)).containsExactly(poison);
        assertThat(ballots()).isEqualTo(2);

        event.setRecords(event.getRecords().subList(1, 3));
        assertThat(failures(event)).containsExactly(poison);
        assertThat(ballots()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "survey", "candidate", "answers", "hour", "channel", "network"})
    void aBallotThatLacksAnythingIsNone(String missing) {
        var image = image();
        image.remove(missing);

        assertThat(failures(event(List.of(entry("INSERT", "1", image), entry("INSERT", "2", image())))))
                .containsExactly("1");
        assertThat(ballots()).isOne();
    }

    @Test
    void valuesOfAnotherKindAreReported() {
        var text = image();
        text.put("answers", new AttributeValue().withM(Map.of("q1", new AttributeValue("five"))));
        var broken = image();
        broken.put("answers", new AttributeValue().withM(Map.of("q1", new AttributeValue().withN("1.5"))));
        var list = image();
        list.put("answers", new AttributeValue().withL(List.of()));

        assertThat(failures(event(List.of(
                        entry("INSERT", "1", text),
                        entry("INSERT", "2", broken),
                        entry("INSERT", "3", list),
                        entry("INSERT", "4", null)))))
                .containsExactly("1", "2", "3", "4");
    }

    @Test
    void whatIsNoNewBallotIsPassedOver() {
        assertThat(failures(event(List.of(entry("MODIFY", "1", image()), entry("REMOVE", "2", null)))))
                .isEmpty();
        assertThat(ballots()).isZero();
    }

    @Test
    void aBatchThatCannotBeWrittenFailsWholeAndIsCountedWhenItComesAgain() {
        var batch = event(List.of(entry("INSERT", "1", image()), entry("INSERT", "2", image())));
        var nowhere = new HashMap<>(wiring.environment());
        nowhere.put("CONTEST_TABLE", "Nowhere");
        var broken = new TallyHandler(new Wiring(nowhere, wiring.clock(), wiring.random()));

        assertThatThrownBy(() -> broken.handleRequest(batch, null)).isInstanceOf(RuntimeException.class);
        assertThat(failures(batch)).isEmpty();
        assertThat(ballots()).isEqualTo(2);
    }

    private void inOwnSurvey(DynamodbEvent event) {
        var ids = new HashMap<String, String>();
        for (var entry : event.getRecords()) {
            var image = new HashMap<>(entry.getDynamodb().getNewImage());
            var id = ids.computeIfAbsent(entry.getDynamodb().getKeys().get("id").getS(), known -> id());
            image.put("id", new AttributeValue(id));
            image.put("survey", new AttributeValue(survey));
            entry.getDynamodb().setNewImage(image);
        }
    }

    private List<String> failures(DynamodbEvent event) {
        return handler.handleRequest(event, null).getBatchItemFailures().stream()
                .map(BatchItemFailure::getItemIdentifier)
                .toList();
    }

    private long ballots() {
        return new TallyStore(Tables.of(wiring), wiring.clock(), wiring.random())
                .totals(survey).values().stream()
                        .mapToLong(AnswerCounts::ballots)
                        .sum();
    }

    private static DynamodbEvent event(List<DynamodbStreamRecord> records) {
        var event = new DynamodbEvent();
        event.setRecords(new ArrayList<>(records));
        return event;
    }

    private static DynamodbStreamRecord entry(String name, String number, Map<String, AttributeValue> image) {
        var entry = new DynamodbStreamRecord();
        entry.setEventName(name);
        entry.setDynamodb(new StreamRecord().withSequenceNumber(number).withNewImage(image));
        return entry;
    }

    private Map<String, AttributeValue> image() {
        var image = new HashMap<String, AttributeValue>();
        image.put("id", new AttributeValue(id()));
        image.put("survey", new AttributeValue(survey));
        image.put("candidate", new AttributeValue("d-354849000"));
        image.put("answers", new AttributeValue().withM(Map.of("q1", new AttributeValue().withN("5"))));
        image.put("hour", new AttributeValue("2027-05-20T14"));
        image.put("channel", new AttributeValue("web"));
        image.put("network", new AttributeValue("9f3c1a7e"));
        return image;
    }

    /** An id that no other test has counted. */
    private static String id() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
