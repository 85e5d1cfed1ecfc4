package kz.uzdik.contest.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.ranking.Rating.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Gives the seats of one scope from the best down: at most so many of a district (§12), at most so many in all
 * (§16), places where the whole republic is rated (§21). A tie is put to the chair only where its order changes who
 * is chosen or which place it is.
 */
final class Seats {
    private static final int UNLIMITED = Integer.MAX_VALUE;

    private final @Nullable Integer maxPerDistrict;
    private final boolean placed;
    private final CastingVotes castingVotes;
    private final Map<String, List<String>> holders = new HashMap<>();
    private int left;
    private int place = 1;

    Seats(Stage stage, CastingVotes castingVotes) {
        this.castingVotes = castingVotes;
        maxPerDistrict = stage.maxPerDistrict();
        var chosen = stage.chosen();
        left = chosen == null ? UNLIMITED : chosen;
        placed = stage.scope() == Stage.Scope.REPUBLIC && chosen != null;
    }

    /** Seats the groups, best first. */
    void fill(List<List<Entry>> groups) {
        for (var group : groups) {
            if (left > 0) {
                seat(group);
            }
        }
    }

    private void seat(List<Entry> group) {
        var byDistrict = new TreeMap<String, List<Entry>>();
        for (var entry : group) {
            if (room(entry.district()) == 0) {
                displace(entry);
            } else {
                byDistrict
                        .computeIfAbsent(entry.district(), key -> new ArrayList<>())
                        .add(entry);
            }
        }
        var contenders = byDistrict.values().stream().flatMap(List::stream).toList();
        long seats = byDistrict.entrySet().stream()
                .mapToLong(district -> Math.min(district.getValue().size(), room(district.getKey())))
                .sum();
        if (contenders.size() > 1 && (placed || left < seats)) {
            decide(contenders, seats);
            return;
        }
        byDistrict.forEach((district, entries) -> {
            if (entries.size() > room(district)) {
                decide(entries, room(district));
            } else {
                entries.forEach(this::take);
            }
        });
    }

    private void decide(List<Entry> tied, long seats) {
        var decided = castingVotes.decide(tied);
        if (decided.isPresent()) {
            int ahead = 0;
            for (var entry : decided.get()) {
                entry.rank += ahead++;
                take(entry);
            }
        } else {
            tied.forEach(this::hold);
            int taken = (int) Math.min(left, seats);
            left -= left == UNLIMITED ? 0 : taken;
            place += taken;
        }
    }

    private void take(Entry entry) {
        if (left == 0) {
            entry.outcome = new Outcome.NotChosen();
        } else if (room(entry.district()) == 0) {
            displace(entry);
        } else {
            hold(entry);
            left -= left == UNLIMITED ? 0 : 1;
            entry.outcome = new Outcome.Chosen(placed ? (Integer) place++ : null);
        }
    }

    private void displace(Entry entry) {
        var limit = maxPerDistrict;
        if (limit != null) {
            entry.outcome = new Outcome.Displaced(limit, holders.getOrDefault(entry.district(), List.of()));
        }
    }

    private void hold(Entry entry) {
        holders.computeIfAbsent(entry.district(), key -> new ArrayList<>()).add(entry.candidate());
    }

    private int room(String district) {
        return maxPerDistrict == null
                ? UNLIMITED
                : Math.max(
                        0,
                        maxPerDistrict
                                - holders.getOrDefault(district, List.of()).size());
    }
}
