package kz.uzdik.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.amazonaws.services.lambda.runtime.tests.annotations.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import kz.uzdik.engines.Engines;
import kz.uzdik.json.Json;
import kz.uzdik.keys.ContestKey;
import kz.uzdik.store.CodeStore;
import kz.uzdik.store.GivenUp;
import kz.uzdik.store.GivenUpStore;
import kz.uzdik.store.Outbox;
import kz.uzdik.store.OutboxStore;
import kz.uzdik.store.OutgoingMail;
import kz.uzdik.store.ReturnStore;
import kz.uzdik.store.Returned;
import kz.uzdik.store.Tables;
import kz.uzdik.wiring.Wiring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

class MailHandlerTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2027-03-02T09:00:00Z"));
    private final String unique = UUID.randomUUID().toString();
    private Wiring wiring = Wiring.ofProcess();
    private Tables tables = new Tables(Engines.shared().dynamoDbClient(), "", "", "Contest");

    @BeforeEach
    void wire(@TempDir Path folder) throws IOException {
        var file = folder.resolve("contest.json");
        Files.writeString(file, "{\"title\":{\"kk\":\"Үздік ауыл әкімі\",\"ru\":\"Лучший сельский аким\"}}");
        var environment = new HashMap<>(Engines.shared().environment());
        environment.put("CONTEST_FILE", file.toString());
        wiring = new Wiring(environment, now::get, new SecureRandom());
        tables = Tables.of(wiring);
    }

    @Test
    void aMailIsSentOnceHoweverOftenItIsDelivered() {
        var handler = new MailHandler(wiring);
        var event = put(mail("a"));
        assertThat(failures(handler.handleRequest(event, null))).isEmpty();
        assertThat(failures(handler.handleRequest(event, null))).isEmpty();
        assertThat(failures(new MailHandler(wiring).handleRequest(event, null))).isEmpty();
        var sent = Engines.shared().ses().mailsTo(address("a"));
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().subject()).contains("Комиссияның шешімі", "Решение комиссии");
        assertThat(sent.getFirst().tags()).containsEntry("kind", "dossier-decided");
        assertThat(sent.getFirst().text()).contains("Ерлан Сейітов");
        assertThat(state("a")).isEqualTo("SENT");
    }

    @Test
    void parallelDeliveriesSendOnce() throws Exception {
        var event = put(mail("p"));
        var together = new CyclicBarrier(8);
        try (var threads = Executors.newFixedThreadPool(8)) {
            var runs = new ArrayList<Future<List<String>>>();
            for (var i = 0; i < 8; i++) {
                var handler = new MailHandler(wiring);
                runs.add(threads.submit(() -> {
                    together.await();
                    return failures(handler.handleRequest(event, null));
                }));
            }
            for (var run : runs) {
                assertThat(result(run)).isIn(List.of(), List.of("1"));
            }
        }
        assertThat(Engines.shared().ses().mailsTo(address("p"))).hasSize(1);
    }

    @Test
    void aSenderThatDiedHoldsTheMailForOneLease() {
        var event = put(mail("c"));
        assertThat(new OutboxStore(tables).claim(id("c"), "of-the-dead", now.get()))
                .isInstanceOf(OutboxStore.Claim.Mine.class);
        var handler = new MailHandler(wiring);
        assertThat(failures(handler.handleRequest(event, null))).containsExactly("1");
        assertThat(Engines.shared().ses().mailsTo(address("c"))).isEmpty();
        now.updateAndGet(t -> t.plus(OutboxStore.LEASE));
        assertThat(failures(handler.handleRequest(event, null))).isEmpty();
        assertThat(Engines.shared().ses().mailsTo(address("c"))).hasSize(1);
    }

    @Test
    void aSenderThatComesBackAfterItsLeaseChangesNothing() {
        put(mail("late"));
        var outbox = new OutboxStore(tables);
        var slow = (OutboxStore.Claim.Mine) outbox.claim(id("late"), "slow", now.get());
        var later = now.get().plus(Duration.ofMinutes(1));
        var next = (OutboxStore.Claim.Mine) outbox.claim(id("late"), "next", later);
        outbox.sent(id("late"), next, "m-1", later);
        outbox.failed(mail("late"), slow, "Late", "too late", later);
        outbox.release(id("late"), slow);
        assertThat(state("late")).isEqualTo("SENT");
    }

    @Test
    void throttledIsReportedAndSentByTheNextDelivery() {
        var throttled = mailTo("throttle+" + unique + "@uzdik.example", "t");
        var event = put(throttled, mail("u"));
        var handler = new MailHandler(wiring);
        assertThat(failures(handler.handleRequest(event, null))).containsExactly("1");
        assertThat(state("t")).isEqualTo("PENDING");
        assertThat(Engines.shared().ses().mailsTo(address("u"))).hasSize(1);
        assertThat(failures(handler.handleRequest(event, null))).isEmpty();
        assertThat(Engines.shared().ses().mailsTo(throttled.to())).hasSize(1);
        assertThat(Engines.shared().ses().mailsTo(address("u"))).hasSize(1);
    }

    @Test
    void aRefusedAddressIsKeptWithItsReasonAndNotTriedAgain() {
        var refused = mailTo("reject+" + unique + "@uzdik.example", "r");
        var event = put(refused);
        var handler = new MailHandler(wiring);
        assertThat(failures(handler.handleRequest(event, null))).isEmpty();
        assertThat(state("r")).isEqualTo("FAILED");
        assertThat(attribute("r", "reason")).contains("MessageRejected");
        assertThat(failures(handler.handleRequest(event, null))).isEmpty();
        assertThat(item("r").item().get("attempts").n()).isEqualTo("1");
    }

    @Test
    void toAnAddressThatSentOneBackNoneIsSentAgain() {
        var returns = new ReturnStore(tables);
        returns.record(id("first"), address("closed"), Returned.What.BOUNCED, "NoEmail", now.get());
        var kept = new OutgoingMail(
                "dossier-decided/d-993031000-1/" + unique,
                "dossier-decided",
                address("closed"),
                mail("kept").values());
        var event = put(kept);
        assertThat(failures(new MailHandler(wiring).handleRequest(event, null))).isEmpty();
        assertThat(failures(new MailHandler(wiring).handleRequest(event, null))).isEmpty();
        assertThat(Engines.shared().ses().mailsTo(address("closed"))).isEmpty();
        assertThat(returns.of("d-993031000"))
                .filteredOn(one -> one.mail().equals(kept.id()))
                .extracting(Returned::what)
                .containsExactly(Returned.What.NOT_SENT);
        var corrected = put(mail("corrected"));
        assertThat(failures(new MailHandler(wiring).handleRequest(corrected, null)))
                .isEmpty();
        assertThat(Engines.shared()
                        .ses()
                        .mailsTo(address("corrected"))
                        .getFirst()
                        .tags())
                .containsEntry("mail", MailTag.value(id("corrected")).orElseThrow());
    }

    @Test
    void whatWasGivenUpIsSentAgainOnceHoweverOftenOnePresses() {
        var refused = mailTo("reject+" + unique + "@uzdik.example", "again");
        var handler = new MailHandler(wiring);
        handler.handleRequest(put(refused), null);
        var givenUp = new GivenUpStore(tables);
        var listed = listed(givenUp, refused.id());
        assertThat(listed.why()).isEqualTo("MessageRejected");
        assertThat(listed.tries()).isEqualTo(1);
        var later = now.get().plusSeconds(60);
        assertThat(givenUp.again(refused.id(), "another round", mail -> mail, "agency", later))
                .isEqualTo(GivenUpStore.Again.UNKNOWN);
        var corrected = mailTo(address("again"), "again");
        assertThat(givenUp.again(refused.id(), listed.round(), mail -> corrected, "agency", later))
                .isEqualTo(GivenUpStore.Again.ON_ITS_WAY);
        assertThat(givenUp.again(refused.id(), listed.round(), mail -> corrected, "agency", later))
                .isEqualTo(GivenUpStore.Again.ALREADY);
        assertThat(givenUp.open()).noneMatch(one -> one.mail().equals(refused.id()));
        var event = new DynamodbEvent();
        event.setRecords(List.of(change(1, corrected, Map.of("mail", new AttributeValue(againRecord(listed))))));
        assertThat(failures(handler.handleRequest(event, null))).isEmpty();
        assertThat(failures(handler.handleRequest(event, null))).isEmpty();
        assertThat(Engines.shared().ses().mailsTo(address("again"))).hasSize(1);
        assertThat(state("again")).isEqualTo("SENT");
    }

    @Test
    void ofTwoWhoPressAtOnceOneSends() throws Exception {
        var refused = mailTo("reject+" + unique + "@uzdik.example", "two");
        new MailHandler(wiring).handleRequest(put(refused), null);
        var givenUp = new GivenUpStore(tables);
        var listed = listed(givenUp, refused.id());
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<GivenUpStore.Again> press =
                    () -> givenUp.again(refused.id(), listed.round(), mail -> mail, "agency", now.get());
            var answers = new ArrayList<GivenUpStore.Again>();
            for (var answer : threads.invokeAll(List.of(press, press))) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(GivenUpStore.Again.ON_ITS_WAY, GivenUpStore.Again.ALREADY);
        }
    }

    @Test
    void whatTheServiceWillNotTakeForTooLongIsGivenUpForPeopleToSee() {
        var closed = new HashMap<>(wiring.environment());
        closed.put("AWS_ENDPOINT_URL_SESV2", "http://127.0.0.1:9");
        var handler = new MailHandler(new Wiring(closed, now::get, new SecureRandom()));
        var event = put(mail("long"));
        for (var i = 1; i < MailHandler.MOST_TRIES; i++) {
            assertThat(failures(handler.handleRequest(event, null))).containsExactly("1");
        }
        assertThat(failures(handler.handleRequest(event, null))).isEmpty();
        assertThat(state("long")).isEqualTo("FAILED");
        assertThat(listed(new GivenUpStore(tables), id("long")).tries()).isEqualTo(MailHandler.MOST_TRIES);
    }

    private static GivenUp listed(GivenUpStore givenUp, String mail) {
        return givenUp.open().stream()
                .filter(one -> one.mail().equals(mail))
                .findFirst()
                .orElseThrow();
    }

    /** The mail as it lies in the outbox again. */
    private String againRecord(GivenUp listed) {
        return tables.client()
                .getItem(r -> r.tableName(tables.contest())
                        .key(Map.of(
                                "pk", fromS(Outbox.PREFIX + listed.mail()), "sk", fromS("AGAIN#" + listed.round()))))
                .item()
                .get("mail")
                .s();
    }

    @Test
    void poisonFailsAlone() {
        var event = put(mail("v"), mail("w"), mail("x"), mail("y"));
        event.getRecords().get(0).getDynamodb().getNewImage().remove("mail");
        event.getRecords().get(1).getDynamodb().getNewImage().put("mail", new AttributeValue("{\"id\":1}"));
        var unknown = new OutgoingMail(id("x"), "lottery", address("x"), Map.of());
        event.getRecords().get(2).getDynamodb().getNewImage().put("mail", new AttributeValue(Json.write(unknown)));
        assertThat(failures(new MailHandler(wiring).handleRequest(event, null))).containsExactly("1", "2", "3");
        assertThat(Engines.shared().ses().mailsTo(address("y"))).hasSize(1);
    }

    @Test
    void otherChangesAreNoneOfOurs() {
        var event = put(mail("o"), mail("m"));
        event.getRecords().get(0).getDynamodb().getKeys().put("pk", new AttributeValue("DOSSIER#d-1"));
        event.getRecords().get(1).setEventName("MODIFY");
        assertThat(failures(new MailHandler(wiring).handleRequest(event, null))).isEmpty();
        assertThat(state("o")).isEqualTo("PENDING");
        assertThat(state("m")).isEqualTo("PENDING");
    }

    @Test
    void aCodeLiesSealedAndIsForgottenOnceSent() {
        var code = code("code", address("code"));
        var event = putSealed(code);
        assertThat(item("code").toString() + event).doesNotContain(code.to(), "K7M2P9QX");
        var handler = new MailHandler(wiring);
        assertThat(failures(handler.handleRequest(event, null))).isEmpty();
        assertThat(failures(handler.handleRequest(event, null))).isEmpty();
        assertThat(Engines.shared().ses().mailsTo(code.to()))
                .allSatisfy(sent -> assertThat(sent.tags()).containsOnlyKeys("kind", "ses:configuration-set"));
        assertThat(Engines.shared().ses().mailsTo(code.to()))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text()).contains("K7M2P9QX"));
        assertThat(item("code").item()).containsOnlyKeys("pk", "sk", "kind", "state", "expires");
        assertThat(state("code")).isEqualTo("SENT");
    }

    @Test
    void aCodeThatSesRefusesIsForgottenToo() {
        var refused = code("rc", "reject+" + unique + "@uzdik.example");
        var event = putSealed(refused);
        assertThat(failures(new MailHandler(wiring).handleRequest(event, null))).isEmpty();
        assertThat(item("rc").item()).containsOnlyKeys("pk", "sk", "kind", "state", "expires");
        assertThat(Engines.shared().ses().mailsTo(refused.to())).isEmpty();
    }

    @Test
    void aSealedMailOpensUnderItsOwnNameOnly() {
        var event = putSealed(code("mine", address("mine")), code("yours", address("yours")));
        var records = event.getRecords();
        records.get(0).getDynamodb().setKeys(Map.of("pk", new AttributeValue(Outbox.PREFIX + id("yours"))));
        assertThat(failures(new MailHandler(wiring).handleRequest(event, null))).containsExactly("1");
        assertThat(Engines.shared().ses().mailsTo(address("mine"))).isEmpty();
        assertThat(Engines.shared().ses().mailsTo(address("yours"))).hasSize(1);
    }

    private OutgoingMail code(String name, String to) {
        return new OutgoingMail(
                id(name),
                "vote-code",
                to,
                Map.of("code", "K7M2P9QX", "minutes", "15", "surveyKk", "Сауалнама", "surveyRu", "Опрос"));
    }

    /** As {@link #put}, sealed as the vote does it. */
    private DynamodbEvent putSealed(OutgoingMail... mails) {
        var codes = new CodeStore(tables, ContestKey.read(wiring), wiring.random());
        var event = new DynamodbEvent();
        event.setRecords(new ArrayList<>());
        for (var mail : mails) {
            codes.send(mail, null, UUID.randomUUID().toString(), now.get());
            var sealed = tables.client()
                    .getItem(r -> r.tableName(tables.contest())
                            .key(Map.of("pk", fromS(Outbox.PREFIX + mail.id()), "sk", fromS("MAIL"))))
                    .item()
                    .get(Outbox.SEALED)
                    .b()
                    .asByteBuffer();
            event.getRecords()
                    .add(change(
                            event.getRecords().size() + 1,
                            mail,
                            Map.of(Outbox.SEALED, new AttributeValue().withB(sealed))));
        }
        return event;
    }

    @ParameterizedTest
    @Event(value = "events/mail-outbox-poison.json", type = DynamodbEvent.class)
    void theEventAsAwsSendsIt(DynamodbEvent event) throws Exception {
        for (var change : event.getRecords()) {
            var mail = change.getDynamodb().getNewImage().get("mail").getS();
            if (mail.endsWith("}")) {
                new Outbox(tables).put(Json.read(mail, OutgoingMail.class));
            }
        }
        assertThat(failures(new MailHandler(wiring).handleRequest(event, null)))
                .containsExactly("800000000000000003333");
        assertThat(Engines.shared().ses().mailsTo("asel@example.com")).hasSize(1);
    }

    @ParameterizedTest
    @Event(value = "events/mail-not-outbox.json", type = DynamodbEvent.class)
    void changesThatAreNoNewMailArePassedOver(DynamodbEvent event) {
        assertThat(event.getRecords()).isNotEmpty();
        assertThat(failures(new MailHandler(wiring).handleRequest(event, null))).isEmpty();
    }

    private static List<String> result(Future<List<String>> run) throws ExecutionException, InterruptedException {
        return run.get();
    }

    private OutgoingMail mail(String name) {
        return mailTo(address(name), name);
    }

    private OutgoingMail mailTo(String to, String name) {
        return new OutgoingMail(
                id(name),
                "dossier-decided",
                to,
                Map.of(
                        "dossier", "d-113220000",
                        "candidateName", "Ерлан Сейітов",
                        "outcome", "ADMITTED",
                        "reasonsKk", "",
                        "reasonsRu", "",
                        "appealedAt", "",
                        "appealUntil", ""));
    }

    private String id(String name) {
        return "dossier-decided/" + unique + "/" + name;
    }

    private String address(String name) {
        return name + "+" + unique + "@uzdik.example";
    }

    /** Puts the mails into the outbox and gives the event that its stream would bring. */
    private DynamodbEvent put(OutgoingMail... mails) {
        Arrays.stream(mails).forEach(new Outbox(tables)::put);
        var records = new ArrayList<DynamodbEvent.DynamodbStreamRecord>();
        for (var mail : mails) {
            records.add(change(records.size() + 1, mail, Map.of("mail", new AttributeValue(Json.write(mail)))));
        }
        var event = new DynamodbEvent();
        event.setRecords(records);
        return event;
    }

    private static DynamodbEvent.DynamodbStreamRecord change(
            int number, OutgoingMail mail, Map<String, AttributeValue> image) {
        var data = new StreamRecord();
        data.setSequenceNumber(Integer.toString(number));
        data.setKeys(new HashMap<>(Map.of("pk", new AttributeValue(Outbox.PREFIX + mail.id()))));
        data.setNewImage(new HashMap<>(image));
        var change = new DynamodbEvent.DynamodbStreamRecord();
        change.setEventName("INSERT");
        change.setDynamodb(data);
        return change;
    }

    private static List<String> failures(StreamsEventResponse response) {
        return response.getBatchItemFailures().stream()
                .map(StreamsEventResponse.BatchItemFailure::getItemIdentifier)
                .toList();
    }

    private String state(String name) {
        return attribute(name, "state");
    }

    private String attribute(String mail, String name) {
        var value = item(mail).item().get(name);
        return value == null ? "" : value.s();
    }

    private GetItemResponse item(String name) {
        var pk = Outbox.PREFIX + id(name);
        return tables.client()
                .getItem(r -> r.tableName(tables.contest())
                        .key(Map.of("pk", fromS(pk), "sk", fromS("MAIL")))
                        .consistentRead(true));
    }
}
