package kz.uzdik.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import kz.uzdik.contest.vote.Ballot;
import kz.uzdik.contest.vote.Dispute;
import kz.uzdik.engines.Engines;
import kz.uzdik.engines.ProjectFolder;
import kz.uzdik.json.Json;
import kz.uzdik.keys.ContestKey;
import kz.uzdik.store.AnnouncementStore;
import kz.uzdik.store.AskedDomains;
import kz.uzdik.store.CodeStore;
import kz.uzdik.store.OutgoingMail;
import kz.uzdik.store.Tables;
import kz.uzdik.store.TallyStore;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The ranking module's functions on a contest to rate, and the ballots of its residents. */
final class RankingRig extends RecordedContest {

    final RankingHandler ranking;
    final ScheduleHandler schedule;
    private final TallyStore tallies;
    private final AnnouncementStore announcements;

    RankingRig() {
        this(ProjectFolder.root().resolve("contests/best-akim-2027.json"));
    }

    /** Of the contest that {@code definitionFile} defines. */
    RankingRig(Path definitionFile) {
        super(definitionFile);
        var tables = Tables.of(wiring);
        announcements = new AnnouncementStore(tables);
        tallies = new TallyStore(tables, wiring.clock(), wiring.random());
        ranking = new RankingHandler(wiring);
        schedule = new ScheduleHandler(wiring);
    }

    /** Puts ballots and counts them, as vote and tally do. */
    void vote(String candidate, int ballots) {
        vote(candidate, ballots, "2027-05-20T10", "00000000");
    }

    /** As {@link #vote(String, int)}, in one hour from one network. */
    void vote(String candidate, int ballots, String hour, String network) {
        var cast = new ArrayList<Ballot>();
        for (var i = 0; i < ballots; i++) {
            var answers = new TreeMap<String, Integer>();
            for (var question : definition.surveys().getFirst().questions()) {
                answers.put(question.id(), 1 + i % 5);
            }
            var id = UUID.randomUUID().toString().replace("-", "");
            var ballot = new Ballot(id, "satisfaction", candidate, answers, hour, "web", network);
            cast.add(ballot);
            put(ballot);
        }
        tallies.count(cast);
    }

    /** Puts one ballot that gives {@code answer} to every question, and counts it. */
    void voteOnce(String id, String candidate, int answer) {
        var answers = new TreeMap<String, Integer>();
        definition.surveys().getFirst().questions().forEach(question -> answers.put(question.id(), answer));
        var ballot = new Ballot(id, "satisfaction", candidate, answers, "2027-05-20T10", "web", "00000000");
        put(ballot);
        tallies.count(List.of(ballot));
    }

    private void put(Ballot ballot) {
        var answers = new HashMap<String, AttributeValue>();
        ballot.answers().forEach((question, answer) -> answers.put(question, AttributeValue.fromN("" + answer)));
        var item = new HashMap<String, AttributeValue>();
        Map.of(
                        "id", ballot.id(),
                        "survey", ballot.survey(),
                        "candidate", ballot.candidate(),
                        "hour", ballot.hour(),
                        "channel", ballot.channel(),
                        "network", ballot.network())
                .forEach((name, value) -> item.put(name, AttributeValue.fromS(value)));
        item.put("answers", AttributeValue.fromM(answers));
        dynamoDb.putItem(r -> r.tableName(ballotsTable).item(item));
    }

    APIGatewayV2HTTPResponse agency(String route, Object body, String... stage) {
        return call(Map.of("sub", "agency", "scope", "uzdik/agency", "uzdik_scope", "republic"), route, body, stage);
    }

    /** As another person of the agency. */
    APIGatewayV2HTTPResponse announceAs(String subject, String stage) {
        var claims = Map.of("sub", subject, "scope", "uzdik/agency", "uzdik_scope", "republic");
        return call(claims, "POST /v1/announcements", Map.of("stage", stage));
    }

    /** {@code codes} are asked for to addresses of {@code domain}. */
    void asked(String domain, int codes) {
        var store = new CodeStore(Tables.of(wiring), ContestKey.read(wiring), wiring.random());
        for (int i = 0; i < codes; i++) {
            var mail = new OutgoingMail("vote-code/" + UUID.randomUUID(), "vote-code", "x@" + domain, Map.of());
            var asked = new AskedDomains.Asked("satisfaction", domain, AFTER_REGIONAL.plus(Duration.ofDays(300)));
            assertThat(store.send(mail, asked, UUID.randomUUID().toString(), AFTER_REGIONAL))
                    .isEqualTo(CodeStore.Outcome.ON_ITS_WAY);
        }
    }

    /** Records a dispute about a vote on {@code candidate}; with {@code closed}, how it ended. */
    void dispute(String candidate, boolean closed) {
        var number = "7Q2MX-4H9TN";
        var open = new Dispute(
                number,
                "satisfaction",
                candidate.substring(2),
                Dispute.Ground.VOTE_TAKEN,
                LocalDate.parse("2027-05-20"),
                null);
        put("RECORDED#" + number, open);
        if (closed) {
            put("CLOSED#" + number, new Dispute.Closing("түсіндірілді", "m1", FILED));
        }
    }

    private void put(String sk, Object fact) {
        dynamoDb.putItem(r -> r.tableName(contestTable)
                .item(Map.of(
                        "pk", AttributeValue.fromS("DISPUTE#satisfaction"),
                        "sk", AttributeValue.fromS(sk),
                        "fact", AttributeValue.fromS(Json.write(fact)))));
    }

    APIGatewayV2HTTPResponse announce(String stage) {
        return agency("POST /v1/announcements", Map.of("stage", stage));
    }

    APIGatewayV2HTTPResponse call(Map<String, String> claims, String route, Object body, String... stage) {
        var context = new RequestContext();
        context.setRequestId("test");
        context.setAuthorizer(RequestContext.Authorizer.builder()
                .withJwt(RequestContext.Authorizer.JWT
                        .builder()
                        .withClaims(claims)
                        .build())
                .build());
        return ranking.handleRequest(
                APIGatewayV2HTTPEvent.builder()
                        .withRouteKey(route)
                        .withPathParameters(parameters(route, stage))
                        .withRequestContext(context)
                        .withBody(body instanceof String text ? text : Json.write(body))
                        .build(),
                null);
    }

    /** The route's placeholders, in their order. */
    private static Map<String, String> parameters(String route, String... values) {
        var names = Pattern.compile("\\{([a-z]+)}").matcher(route);
        var parameters = new HashMap<String, String>();
        for (var value : values) {
            if (names.find()) {
                parameters.put(names.group(1), value);
            }
        }
        return parameters;
    }

    /** Whether the announcement of {@code stage} is recorded, published or not. */
    boolean isDecided(String stage) {
        return announcements.of(stage).isPresent();
    }

    /** The public file {@code key}. */
    byte[] file(String key) {
        try (var s3 = Engines.shared().s3Client()) {
            return s3.getObjectAsBytes(r -> r.bucket(bucket).key(key)).asByteArray();
        }
    }

    /** The same as text. */
    String text(String key) {
        return new String(file(key), StandardCharsets.UTF_8);
    }

    /** The public file {@code key} is gone, as if it had never been put. */
    void lose(String key) {
        try (var s3 = Engines.shared().s3Client()) {
            s3.deleteObject(r -> r.bucket(bucket).key(key));
        }
    }

    /** Lets the clock beat; nothing else of it is due before the intake closes. */
    void beat() {
        schedule.handleRequest(Map.of(), null);
    }

    /** The mail under {@code pk}, as it lies in the outbox. */
    String mail(String pk) {
        return dynamoDb.getItem(r -> r.tableName(contestTable)
                        .key(Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS("MAIL"))))
                .item()
                .get("mail")
                .s();
    }

    /** Ids of all mails in the outbox. */
    List<String> mails() {
        return dynamoDb.scanPaginator(r -> r.tableName(contestTable)).items().stream()
                .map(item -> item.get("pk").s())
                .filter(pk -> pk.startsWith("OUTBOX#"))
                .sorted()
                .toList();
    }
}
