package kz.uzdik.vote;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import kz.uzdik.contest.vote.Ballot;
import kz.uzdik.contest.vote.Contact;
import kz.uzdik.contest.vote.Iin;
import kz.uzdik.contest.vote.KeyedHash;
import kz.uzdik.contest.vote.Pseudonyms;
import kz.uzdik.contest.vote.Voter;
import kz.uzdik.contest.vote.VotingCode;
import kz.uzdik.engines.Engines;
import kz.uzdik.json.Json;
import kz.uzdik.keys.ContestKey;
import kz.uzdik.store.BallotStore;
import kz.uzdik.store.Outbox;
import kz.uzdik.store.RollStore;
import kz.uzdik.store.Tables;
import kz.uzdik.wiring.Wiring;

/** The function on real engines, and residents who send it requests. Each test has a candidate and people of its own. */
final class Residents {

    static final String SURVEY = "satisfaction";
    static final String CODES = "POST /v1/surveys/{survey}/codes";
    static final String CHALLENGE = "GET /v1/surveys/{survey}/challenge";
    static final String DISPUTES = "POST /v1/surveys/{survey}/disputes";
    static final String DISPUTES_WITH_TOKEN = "POST /v1/surveys/{survey}/oidc-disputes";
    static final String WITH_TOKEN = "POST /v1/surveys/{survey}/oidc-ballots";
    static final String BALLOTS = "POST /v1/surveys/{survey}/ballots";
    static final Instant OPEN = Instant.parse("2027-05-20T09:30:00Z");

    final AtomicReference<Instant> now = new AtomicReference<>(OPEN);
    final String candidate = "d-" + UUID.randomUUID();
    final Wiring wiring;
    final KeyedHash hash;

    private final VoteHandler handler;
    private final RandomGenerator random =
            new SplittableRandom(UUID.randomUUID().getMostSignificantBits());

    Residents() {
        this("{\"kind\": \"code\", \"roll\": false}");
    }

    /** Residents of a contest whose survey asks for {@code identity}, as its definition has it. */
    Residents(String identity) {
        this(identity, Map.of());
    }

    /** The same of a host whose environment has {@code more}. */
    Residents(String identity, Map<String, String> more) {
        var environment = new HashMap<>(Engines.shared().environment());
        environment.put("CONTEST_FILE", contest(identity).toString());
        environment.putAll(more);
        wiring = new Wiring(environment, now::get, random);
        hash = ContestKey.read(wiring);
        handler = new VoteHandler(wiring);
    }

    private static Path contest(String identity) {
        try {
            var text = Files.readString(Path.of("../../contests/best-akim-2027.json"));
            var file = Files.createTempFile("contest", ".json");
            file.toFile().deleteOnExit();
            return Files.writeString(
                    file,
                    text.replace("\"identity\": {\"kind\": \"code\", \"roll\": false}", "\"identity\": " + identity));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An IIN that nobody else in the tests has, of somebody born before 2000. */
    String iin() {
        while (true) {
            var eleven = "%02d%02d%02d%d%04d"
                    .formatted(
                            random.nextInt(100),
                            1 + random.nextInt(12),
                            1 + random.nextInt(28),
                            1 + random.nextInt(4),
                            random.nextInt(10_000));
            if (Iin.checkDigit(eleven) < 10) {
                return eleven + Iin.checkDigit(eleven);
            }
        }
    }

    /** An address that nobody else in the tests has. */
    static String contact() {
        return UUID.randomUUID() + "@example.kz";
    }

    /** The code that the mail would bring now. */
    String code(String iin, String contact) {
        return new VotingCode(hash)
                .at(now.get(), new Voter(SURVEY, iin, Contact.read(contact).orElseThrow()));
    }

    /** The body of a request for a code that is right in every way; its proof is made by ALTCHA's own library. */
    Map<String, Object> asking(String iin, String contact) {
        return Map.of("iin", iin, "contact", contact, "altcha", proof(challenge("95.56.7.8")));
    }

    /** The challenge that who comes from {@code address} is given. */
    JsonNode challenge(String address) {
        var event = event(CHALLENGE, SURVEY, "");
        event.setHeaders(Map.of("x-forwarded-for", address + ", 130.176.221.78"));
        return Json.readOwn(send(event).getBody(), JsonNode.class);
    }

    /** {@code challenge} solved, as ALTCHA's widget sends it. */
    static String proof(JsonNode challenge) {
        try {
            var solution = org.altcha.altcha.Altcha.solveChallenge(
                    challenge.path("challenge").asText(),
                    challenge.path("salt").asText(),
                    org.altcha.altcha.Altcha.Algorithm.SHA256,
                    challenge.path("maxnumber").asLong(),
                    0);
            var payload = Json.MAPPER
                    .createObjectNode()
                    .put("algorithm", challenge.path("algorithm").asText())
                    .put("challenge", challenge.path("challenge").asText())
                    .put("number", solution.number)
                    .put("salt", challenge.path("salt").asText())
                    .put("signature", challenge.path("signature").asText())
                    .put("took", solution.took);
            return Base64.getEncoder().encodeToString(Json.write(payload).getBytes(StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The body of a new ballot that is right in every way. */
    Map<String, Object> ballot(String iin, String contact) {
        var id = new byte[16];
        random.nextBytes(id);
        var body = new LinkedHashMap<String, Object>();
        body.put("ballot", HexFormat.of().formatHex(id));
        body.put("iin", iin);
        body.put("contact", contact);
        body.put("code", code(iin, contact));
        body.put("candidate", candidate);
        body.put("ticket", hash.ticket(SURVEY, candidate));
        body.put("answers", Map.of("q1", 5, "q2", 4, "q3", 0, "q4", 1, "q5", 3));
        return body;
    }

    APIGatewayV2HTTPResponse send(String route, Map<String, Object> body) {
        return send(route, Json.write(body));
    }

    APIGatewayV2HTTPResponse send(String route, String body) {
        return send(event(route, SURVEY, body));
    }

    APIGatewayV2HTTPResponse send(APIGatewayV2HTTPEvent event) {
        return handler.handleRequest(event, null);
    }

    static APIGatewayV2HTTPEvent event(String route, String survey, String body) {
        return APIGatewayV2HTTPEvent.builder()
                .withRouteKey(route)
                .withPathParameters(Map.of("survey", survey))
                .withHeaders(Map.of("accept-language", "ru", "x-forwarded-for", "95.56.7.8, 130.176.221.78"))
                .withBody(body)
                .build();
    }

    /** What {@code ballot} says, without who brings it. */
    static Map<String, Object> slip(Map<String, Object> ballot) {
        var slip = new LinkedHashMap<>(ballot);
        slip.keySet().retainAll(List.of("ballot", "candidate", "ticket", "answers"));
        return slip;
    }

    /** A ballot on the route with tokens, whose token the gateway has found to have {@code claims}. */
    APIGatewayV2HTTPResponse sendWithToken(Map<String, Object> slip, Map<String, String> claims) {
        return sendWithToken(WITH_TOKEN, slip, claims);
    }

    /** The same on another {@code route} with tokens. */
    APIGatewayV2HTTPResponse sendWithToken(String route, Map<String, Object> body, Map<String, String> claims) {
        var event = event(route, SURVEY, Json.write(body));
        var jwt = APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT
                .builder()
                .withClaims(claims)
                .build();
        event.setRequestContext(APIGatewayV2HTTPEvent.RequestContext.builder()
                .withAuthorizer(APIGatewayV2HTTPEvent.RequestContext.Authorizer.builder()
                        .withJwt(jwt)
                        .build())
                .build());
        return send(event);
    }

    /** Puts {@code iin} on the roll of the candidate's okrug. */
    void enter(String iin) {
        var entry = new Pseudonyms(hash).resident(SURVEY, Fields.okrug(candidate), iin);
        new RollStore(Tables.of(wiring), random).put(List.of(entry), OPEN.plus(Duration.ofDays(300)));
    }

    /** The ballots for this test's candidate that are in. */
    List<Ballot> stored() {
        var ballots = new ArrayList<Ballot>();
        new BallotStore(Tables.of(wiring)).forEach(SURVEY, ballot -> {
            if (ballot.candidate().equals(candidate)) {
                ballots.add(ballot);
            }
        });
        return ballots;
    }

    /** The mails to {@code contact} that are in the outbox. */
    List<JsonNode> mails(String contact) {
        var tables = Tables.of(wiring);
        return tables.client().scanPaginator(r -> r.tableName(tables.contest())).items().stream()
                .filter(item -> item.get("pk").s().startsWith("OUTBOX#vote-code/"))
                .map(item -> Outbox.unsealed(
                        item.get(Outbox.SEALED).b().asByteArray(),
                        Outbox.seal(hash, wiring.random()),
                        item.get("pk").s().substring(Outbox.PREFIX.length())))
                .<JsonNode>map(Json.MAPPER::valueToTree)
                .filter(mail -> mail.path("to").asText().equals(contact))
                .toList();
    }
}
