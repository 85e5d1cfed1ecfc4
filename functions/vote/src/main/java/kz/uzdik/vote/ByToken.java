package kz.uzdik.vote;

import java.time.Instant;
import java.util.List;
import kz.uzdik.contest.definition.Identity;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.vote.Iin;
import kz.uzdik.contest.vote.Pseudonyms;
import kz.uzdik.http.ProblemException;
import kz.uzdik.http.Request;
import kz.uzdik.store.Vote;

/** The IIN out of a state identity provider's token, which the gateway has verified. */
record ByToken(Identity.Oidc identity, Pseudonyms pseudonyms) implements Identification {

    private static final int MAX_BYTES = 8 * 1024;

    @Override
    public Entry read(Survey survey, Request request, Instant now) {
        var slip = request.body(Slip.class, MAX_BYTES);
        var iin = iin(request.claim(identity.claim()));
        return new Entry(
                slip,
                pseudonyms.person(survey.id(), iin),
                identity.roll()
                        ? List.of(
                                new Vote.OnRoll(pseudonyms.resident(survey.id(), Fields.okrug(slip.candidate()), iin)))
                        : List.of(),
                null);
    }

    /** The twelve digits that {@code claim} holds. */
    static String iin(String claim) {
        if (Iin.parse(claim) instanceof Iin.Valid valid) {
            return valid.digits();
        }
        throw new ProblemException(VoteProblems.tokenWithoutIin());
    }
}
