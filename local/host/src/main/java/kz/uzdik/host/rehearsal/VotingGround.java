package kz.uzdik.host.rehearsal;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A contest on a host in memory, moved to the first hour of voting, with residents who hold their codes and have yet to
 * send their ballots. Load is measured on it.
 */
public final class VotingGround implements AutoCloseable {

    private static final int OBLASTS = 2;
    private static final int CANDIDATES = 8;
    private static final int LEAST_RESIDENTS = 200;
    private static final int BATCH = 500;

    private final World world;
    private final String path;
    private final List<Map<String, Object>> ballots;

    private VotingGround(World world, String path, List<Map<String, Object>> ballots) {
        this.world = world;
        this.path = path;
        this.ballots = List.copyOf(ballots);
    }

    /** Prepares {@code count} ballots; tells its progress on the error stream. */
    public static VotingGround prepare(int count) {
        var world = World.start(null, null);
        var residents = Math.max(count, LEAST_RESIDENTS);
        var script = Script.draw(world.definition(), 1, OBLASTS, CANDIDATES, residents);
        var doors = new Doors(world.base());
        var play = new Play(
                script,
                new Forecast(script, Set.of()),
                world,
                doors,
                new Inbox(doors, world::awaitIdle),
                new Ledger(),
                new Progress(System.err, false));
        var survey = world.definition().surveys().getFirst();
        var selection = play.stage(survey.after());
        new Commissions(play).run();
        new Dossiers(play, new SampleArchives(script)).run();
        new Judging(play, selection).run();
        play.moveTo(survey.window().opens().plusHours(1));
        var voters = script.voters(survey, play.forecast().chosen(selection), residents).stream()
                .filter(voter -> !voter.contact().equals("v0-0@residents.example"))
                .limit(count)
                .toList();
        var door = SurveyDoor.open(doors, survey);
        return new VotingGround(world, door.ballots(), ready(door, voters, play.inbox()));
    }

    private static List<Map<String, Object>> ready(SurveyDoor door, List<Voter> voters, Inbox inbox) {
        var ready = new ArrayList<Map<String, Object>>();
        for (int from = 0; from < voters.size(); from += BATCH) {
            door.codes(voters.subList(from, Math.min(from + BATCH, voters.size())), inbox)
                    .forEach((voter, code) -> ready.add(door.ballot(voter, code)));
        }
        return ready;
    }

    /** Where ballots are sent. */
    public URI address() {
        return world.base().resolve(path);
    }

    /** Bodies of ballots that will be accepted, once each. */
    public List<Map<String, Object>> ballots() {
        return ballots;
    }

    /** The database behind the host, for measuring what it can do at most. */
    public URI database() {
        return world.database();
    }

    /** Waits until every accepted ballot is in the totals. */
    public void awaitIdle() {
        world.awaitIdle();
    }

    @Override
    public void close() {
        world.close();
    }
}
