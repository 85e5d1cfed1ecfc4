package kz.uzdik.contest.vote;

import kz.uzdik.contest.definition.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Which ballots of a survey are meant, by what a ballot holds besides the answers; what is null says nothing.
 *
 * @param scope KATO of the oblast whose candidates are meant, or {@code republic} for all
 * @param candidate id of the only candidate meant, {@code d-<okrug>}
 * @param fromHour first hour, as {@link Ballot#hour()}
 * @param toHour last hour, itself meant too
 * @param network as {@link Ballot#network()}
 * @param channel as {@link Ballot#channel()}
 */
public record BallotCriteria(
        String scope,
        @Nullable String candidate,
        @Nullable String fromHour,
        @Nullable String toHour,
        @Nullable String network,
        @Nullable String channel) {

    /** Whether a ballot on {@code candidate} can be meant at all. */
    public boolean concerns(String id) {
        return candidate == null ? lies(id, scope) : candidate.equals(id);
    }

    /** Whether ballots of this kind are meant. */
    public boolean takes(BallotKind kind) {
        return concerns(kind.candidate())
                && (fromHour == null || fromHour.compareTo(kind.hour()) <= 0)
                && (toHour == null || (!kind.hour().isEmpty() && toHour.compareTo(kind.hour()) >= 0))
                && (network == null || network.equals(kind.network()))
                && (channel == null || channel.equals(kind.channel()));
    }

    /** Whether the candidate {@code id} is of {@code scope}: a KATO code begins with its oblast's first two digits. */
    public static boolean lies(String id, String scope) {
        return scope.equals(Stage.REPUBLIC) || id.startsWith("d-" + scope.substring(0, 2));
    }
}
