package kz.uzdik.vote;

import java.time.Instant;
import java.util.List;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.http.Request;
import kz.uzdik.store.Vote;
import org.jspecify.annotations.Nullable;

/** How a survey learns who brings a ballot: one class for each {@link kz.uzdik.contest.definition.Identity}. */
sealed interface Identification permits ByCode, ByToken, ByInvite {

    /** Reads {@code request}; one that cannot be read is a {@link kz.uzdik.http.ProblemException}. */
    Entry read(Survey survey, Request request, Instant now);

    /**
     * A ballot and who brings it.
     *
     * @param person the pseudonym that votes once
     * @param conditions what must hold for the vote
     * @param wrongCode where the code was wrong, what that counts against; null if nothing was wrong
     */
    record Entry(Slip slip, String person, List<Vote.Condition> conditions, Vote.@Nullable TriesLeft wrongCode) {}
}
