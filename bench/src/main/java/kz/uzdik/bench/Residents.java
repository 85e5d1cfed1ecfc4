package kz.uzdik.bench;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.vote.Contact;
import kz.uzdik.contest.vote.Iin;
import kz.uzdik.contest.vote.KeyedHash;
import kz.uzdik.contest.vote.Voter;
import kz.uzdik.contest.vote.VotingCode;

/**
 * Residents drawn by a seed who hold what a ballot needs. Their codes and tickets are made with the contest's own key, so
 * that what is measured are ballots and not mails.
 *
 * @param key of the contest that they vote in
 * @param clock its time
 */
record Residents(Survey survey, KeyedHash key, InstantSource clock) {

    private static final int SERIALS = 9999;

    /** Bodies of {@code count} ballots on {@code candidates} akims, each of a resident of their own. */
    List<Map<String, Object>> ballots(int count, int candidates, long seed) {
        return ballots(0, count, candidates, seed);
    }

    /**
     * The same for the residents from the one numbered {@code from} on. Codes are of now, so that whoever votes for longer
     * than they hold good takes a part at a time.
     */
    List<Map<String, Object>> ballots(int from, int count, int candidates, long seed) {
        var random = new SplittableRandom((seed << Integer.SIZE) + from);
        var codes = new VotingCode(key);
        var ballots = new ArrayList<Map<String, Object>>(count);
        for (int i = from; i < from + count; i++) {
            var contact = "v%d-%d@residents.example".formatted(seed, i);
            var voter =
                    new Voter(survey.id(), iin(seed, i), Contact.read(contact).orElseThrow());
            var candidate = "d-%09d".formatted(113031000 + 1000 * random.nextInt(candidates));
            ballots.add(Map.of(
                    "ballot", "%016x%016x".formatted(random.nextLong(), random.nextLong()),
                    "iin", voter.iin(),
                    "contact", contact,
                    "code", codes.at(clock.instant(), voter),
                    "candidate", candidate,
                    "ticket", key.ticket(survey.id(), candidate),
                    "answers", answers(random)));
        }
        return ballots;
    }

    private Map<String, Integer> answers(SplittableRandom random) {
        var answers = new TreeMap<String, Integer>();
        survey.questions().forEach(question -> answers.put(question.id(), random.nextInt(6)));
        return answers;
    }

    /** An IIN that passes every check and is nobody's, a different one for every seed below 40 and number. */
    private static String iin(long seed, int number) {
        var day =
                "%02d%02d%02d".formatted(50 + (int) (seed % 40), 1 + number / SERIALS % 12, 1 + number / SERIALS / 12);
        var serial = "%04d".formatted(number % SERIALS);
        return Stream.of("4", "3", "2", "1")
                .flatMap(century -> IntStream.range(0, 10).mapToObj(digit -> day + century + serial + digit))
                .filter(iin -> Iin.parse(iin) instanceof Iin.Valid)
                .findFirst()
                .orElseThrow();
    }
}
