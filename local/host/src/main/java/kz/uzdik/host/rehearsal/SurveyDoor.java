package kz.uzdik.host.rehearsal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.host.rehearsal.Doors.Answer;

/** A survey as residents meet it: the published candidates with their tickets, codes by e-mail, ballots over HTTP. */
final class SurveyDoor {

    private final Doors doors;
    private final String survey;
    private final Map<String, String> tickets = new HashMap<>();

    private SurveyDoor(Doors doors, Survey survey) {
        this.doors = doors;
        this.survey = survey.id();
    }

    /** Reads the candidates of {@code survey}, which must be published. */
    static SurveyDoor open(Doors doors, Survey survey) {
        var door = new SurveyDoor(doors, survey);
        doors.get("/data/candidates-" + survey.id() + ".json", null)
                .orFail(200)
                .body()
                .path("candidates")
                .forEach(candidate -> door.tickets.put(
                        candidate.path("candidate").asText(),
                        candidate.path("ticket").asText()));
        return door;
    }

    /**
     * Has each of {@code voters} ask for a code and read it from the mail; who got none is left out. Those who share an
     * address ask one after the other, since a mail does not say whose code it brings.
     */
    Map<Voter, String> codes(List<Voter> voters, Inbox inbox) {
        var asker = new CodeAsker(doors, survey);
        var codes = new LinkedHashMap<Voter, String>();
        for (var rest = voters; !rest.isEmpty(); ) {
            var taken = new HashSet<String>();
            var asking = new ArrayList<Voter>();
            var later = new ArrayList<Voter>();
            rest.forEach(voter -> (taken.add(voter.contact()) ? asking : later).add(voter));
            Play.inParallel(asking.stream()
                    .<Callable<Answer>>map(voter ->
                            () -> asker.ask(voter.iin(), voter.contact()).orFail(202))
                    .toList());
            var arrived = inbox.codes(asking.size());
            for (var voter : asking) {
                var code = arrived.get(voter.contact());
                if (code != null) {
                    codes.put(voter, code);
                }
            }
            rest = later;
        }
        return codes;
    }

    /** Where ballots are sent. */
    String ballots() {
        return "/v1/surveys/" + survey + "/ballots";
    }

    /** What {@code voter} sends, under the id {@code ballot}, as the person {@code iin}. */
    Map<String, Object> ballot(Voter voter, String ballot, String code, String iin) {
        var body = new HashMap<>(slip(voter, ballot));
        body.putAll(Map.of("iin", iin, "contact", voter.contact(), "code", code));
        return body;
    }

    /** What {@code voter} says, under the id {@code ballot}, without who they are. */
    Map<String, Object> slip(Voter voter, String ballot) {
        return Map.of(
                "ballot", ballot,
                "candidate", voter.akim().dossier(),
                "ticket", tickets.getOrDefault(voter.akim().dossier(), ""),
                "answers", voter.answers());
    }

    /** The ballot of {@code voter} as they mean it, with {@code code}. */
    Map<String, Object> ballot(Voter voter, String code) {
        return ballot(voter, voter.ballot(), code, voter.iin());
    }

    /** Sends {@code ballot}. */
    Answer send(Map<String, Object> ballot) {
        return doors.post(ballots(), null, ballot);
    }
}
