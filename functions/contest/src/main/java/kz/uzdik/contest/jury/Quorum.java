package kz.uzdik.contest.jury;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.Commissions;

/**
 * Who of a commission may decide a question at a sitting, and whether they are enough: at least the definition's share
 * of all its members, those who stepped back not among them (§3, §4).
 *
 * @param deciding ids of members who were there and have not stepped back
 * @param needed fewest of them that make a quorum
 * @param absent ids of members who were not there
 * @param recused ids of members who were there and have stepped back
 */
public record Quorum(List<String> deciding, int needed, List<String> absent, List<String> recused) {
    public Quorum {
        deciding = List.copyOf(deciding);
        absent = List.copyOf(absent);
        recused = List.copyOf(recused);
    }

    /**
     * The quorum of {@code sitting} for a decision on {@code candidates}; on none of them for one on the sitting's
     * agenda as a whole. Who has stepped back from one of them does not decide between them.
     */
    public static Quorum of(
            Commission commission,
            Commissions.Rules rules,
            Sitting sitting,
            Collection<Recusal> recusals,
            Collection<String> candidates) {
        var stepped = recusals.stream()
                .filter(recusal -> recusal.stage().equals(sitting.stage()) && candidates.contains(recusal.candidate()))
                .map(Recusal::member)
                .collect(Collectors.toUnmodifiableSet());
        var present = Set.copyOf(sitting.present());
        var ids = commission.members().stream()
                .map(Commission.Member::id)
                .sorted()
                .toList();
        return new Quorum(
                ids.stream()
                        .filter(id -> present.contains(id) && !stepped.contains(id))
                        .toList(),
                rules.quorum(),
                ids.stream().filter(id -> !present.contains(id)).toList(),
                ids.stream()
                        .filter(id -> present.contains(id) && stepped.contains(id))
                        .toList());
    }

    /** Whether the sitting may decide. */
    public boolean isMet() {
        return deciding.size() >= needed;
    }

    /** Whether {@code vote} was cast by who led at a sitting of {@code minutes} that could decide between its candidates. */
    public static boolean carries(
            Commission commission,
            Commissions.Rules rules,
            Minutes minutes,
            Collection<Recusal> recusals,
            CastingVote vote) {
        return minutes.held(vote.scope(), vote.sitting())
                .map(sitting -> of(commission, rules, sitting, recusals, vote.order()))
                .filter(quorum -> quorum.isMet() && quorum.isLedBy(commission, vote.by()))
                .isPresent();
    }

    /** Whether {@code member} is who leads those that decide. */
    public boolean isLedBy(Commission commission, String member) {
        return commission
                .leading(deciding)
                .filter(leading -> leading.id().equals(member))
                .isPresent();
    }
}
