package kz.uzdik.store;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import kz.uzdik.contest.vote.Ballot;

/** Ballots out of a seeded source, of a survey of their own. */
final class Ballots {

    private Ballots() {}

    /** A name that no other test uses. */
    static String survey() {
        return "survey-" + UUID.randomUUID();
    }

    static List<Ballot> random(RandomGenerator random, String survey, int count, int candidates) {
        var ballots = new ArrayList<Ballot>();
        for (int i = 0; i < count; i++) {
            ballots.add(ballot(
                    id(random),
                    survey,
                    "d-" + random.nextInt(candidates),
                    Map.of("q1", random.nextInt(6), "q2", random.nextInt(6))));
        }
        return ballots;
    }

    static Ballot ballot(String id, String survey, String candidate, Map<String, Integer> answers) {
        return new Ballot(id, survey, candidate, answers, "2027-03-02T14", "web", "0a1b2c3d");
    }

    static String id(RandomGenerator random) {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
