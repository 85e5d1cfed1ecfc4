package kz.uzdik.verify;

import static kz.uzdik.json.pack.PackFiles.CASTING_VOTES;
import static kz.uzdik.json.pack.PackFiles.SITTINGS;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.Announcing;
import kz.uzdik.contest.definition.Commissions;
import kz.uzdik.contest.definition.Component;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.jury.CastingVote;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.contest.jury.Quorum;
import kz.uzdik.contest.jury.Recusal;
import kz.uzdik.contest.jury.Sitting;
import kz.uzdik.json.pack.PackCommission;
import kz.uzdik.json.pack.PackContents;
import org.jspecify.annotations.Nullable;

/** The commissions' sittings (§3, §4): recorded without gaps, one with a quorum wherever members judged, and casting votes held at such. */
final class Sittings {
    private final PackContents pack;
    private final Names names;
    private final Map<String, Commission> commissions;
    private final List<Recusal> recusals;

    Sittings(PackContents pack, Names names) {
        this.pack = pack;
        this.names = names;
        commissions = pack.commissions().stream()
                .map(PackCommission::commission)
                .collect(Collectors.toMap(Commission::scope, commission -> commission, (one, other) -> one));
        recusals = pack.facts().recusals();
    }

    Optional<String> difference() {
        return Check.first(this::versions, this::votes, this::quorums);
    }

    private Optional<String> versions() {
        var last = new TreeMap<String, Sitting>();
        for (var sitting : pack.minutes().sittings()) {
            var what = SITTINGS + " has sitting " + sitting.number() + ", version " + sitting.version() + ", of scope "
                    + sitting.scope();
            if (!sitting.stage().equals(pack.stage().id())) {
                return Optional.of(what + " of stage " + sitting.stage());
            }
            var before = last.put(sitting.scope(), sitting);
            if (!follows(before, sitting)) {
                return Optional.of(what + " twice, or without the one before it");
            }
            if ((sitting.version() == 1) != (sitting.correction() == null)) {
                return Optional.of(what
                        + (sitting.version() == 1
                                ? " with a reason to correct it"
                                : " without a reason to correct it"));
            }
        }
        return Optional.empty();
    }

    private static boolean follows(@Nullable Sitting before, Sitting sitting) {
        if (before == null) {
            return sitting.number() == 1 && sitting.version() == 1;
        }
        return sitting.number() == before.number()
                ? sitting.version() == before.version() + 1
                : sitting.number() == before.number() + 1 && sitting.version() == 1;
    }

    private Optional<String> votes() {
        return pack.castingVotes().stream()
                .filter(vote -> !isCarried(vote))
                .findFirst()
                .map(vote -> CASTING_VOTES + ": the vote on "
                        + vote.order().stream().map(names::candidate).collect(Collectors.joining(", "))
                        + " was cast by " + names.member(vote.by()) + " at sitting " + vote.sitting()
                        + ", which has no quorum for it or was not led by them");
    }

    private boolean isCarried(CastingVote vote) {
        var commission = commissions.get(vote.scope());
        if (commission == null) {
            return false;
        }
        return pack.definition().announcing().members() == Announcing.Members.NAMED
                ? Quorum.carries(commission, rules(), pack.minutes(), recusals, vote)
                : isQuorate(commission, vote);
    }

    /** Where members are anonymised nobody is named who led. */
    private boolean isQuorate(Commission commission, CastingVote vote) {
        return pack.minutes()
                .held(vote.scope(), vote.sitting())
                .filter(sitting -> Quorum.of(commission, rules(), sitting, recusals, vote.order())
                        .isMet())
                .isPresent();
    }

    private Optional<String> quorums() {
        if (pack.stage().components().stream().noneMatch(Component.OfSheet.class::isInstance)) {
            return Optional.empty();
        }
        return pack.participants().stream()
                .map(participant ->
                        pack.stage().scope() == Stage.Scope.REPUBLIC ? Stage.REPUBLIC : participant.oblast())
                .distinct()
                .filter(scope -> !hasQuorum(scope))
                .findFirst()
                .map(scope -> SITTINGS + " has no sitting of scope " + scope + " with a quorum");
    }

    private boolean hasQuorum(String scope) {
        var commission = commissions.get(scope);
        return commission != null
                && pack.minutes().held(scope).stream()
                        .anyMatch(sitting -> Quorum.of(commission, rules(), sitting, recusals, List.of())
                                .isMet());
    }

    private Commissions.Rules rules() {
        return pack.definition().commissions().of(pack.stage().scope());
    }
}
