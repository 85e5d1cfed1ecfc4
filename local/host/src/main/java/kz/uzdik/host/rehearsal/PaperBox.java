package kz.uzdik.host.rehearsal;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.host.rehearsal.Doors.Answer;

/** One okrug has voted on paper too: the secretary enters the count with its scan, a second person confirms it (§14(3)). */
final class PaperBox {

    private static final String STEP = "paper";

    private static final int BALLOTS = 9;

    /** Where the answers on paper are drawn from: no voter of the script comes so far. */
    private static final int FIRST_INDEX = 1_000_000;

    private final Play play;
    private final Survey survey;
    private final Nominee akim;

    private PaperBox(Play play, Survey survey, Nominee akim) {
        this.play = play;
        this.survey = survey;
        this.akim = akim;
    }

    /** Has the paper ballots on one of {@code akims} counted, {@code survey} being over. */
    static void run(Play play, Survey survey, List<Nominee> akims) {
        new PaperBox(play, survey, play.script().withoutTwin(akims)).run();
    }

    private void run() {
        var ballots = IntStream.range(0, BALLOTS)
                .mapToObj(i -> play.script().answers(survey, akim, FIRST_INDEX + i))
                .toList();
        play.forecast().onPaper(survey, akim, ballots);
        play.ledger().expect(STEP, "counts entered", 1);
        play.ledger().expect(STEP, "confirmation refused: scan-missing", 1);
        play.ledger().expect(STEP, "scans uploaded", 1);
        play.ledger().expect(STEP, "confirmation refused: own-count", 1);
        play.ledger().expect(STEP, "counts confirmed", 1);
        var scan = ("Хаттама: " + akim.dossier() + ", " + BALLOTS).getBytes(StandardCharsets.UTF_8);
        var entered = enter(ballots, scan);
        confirm(play.member(akim.oblast(), 1));
        int status = play.doors().upload(entered.body().path("upload"), scan);
        play.ledger().find(STEP, status == 200 ? "scans uploaded" : "upload refused: " + status);
        confirm(play.secretary(akim.oblast()));
        confirm(play.member(akim.oblast(), 1));
    }

    private Answer enter(List<Map<String, Integer>> ballots, byte[] scan) {
        var counts = new TreeMap<String, Map<String, Integer>>();
        ballots.forEach(answers -> answers.forEach((question, answer) ->
                counts.computeIfAbsent(question, q -> new TreeMap<>()).merge(answer.toString(), 1, Integer::sum)));
        var body = new HashMap<String, Object>();
        body.put("candidate", akim.dossier());
        body.put("version", 1);
        body.put("ballots", ballots.size());
        body.put("counts", counts);
        body.put(
                "scan",
                Map.of(
                        "sha256",
                        HexFormat.of().formatHex(CodeAsker.sha256(scan)),
                        "bytes",
                        scan.length,
                        "type",
                        "application/pdf"));
        var answer = play.doors().post(path("paper"), play.secretary(akim.oblast()), body);
        play.ledger().find(STEP, answer.status() == 201 ? "counts entered" : "count refused: " + answer.problem());
        return answer;
    }

    private void confirm(String token) {
        var answer = play.doors().post(path("paper-checks"), token, Map.of("candidate", akim.dossier(), "version", 1));
        play.ledger()
                .find(STEP, answer.status() == 201 ? "counts confirmed" : "confirmation refused: " + answer.problem());
    }

    private String path(String end) {
        return "/v1/surveys/" + survey.id() + "/" + end;
    }
}
