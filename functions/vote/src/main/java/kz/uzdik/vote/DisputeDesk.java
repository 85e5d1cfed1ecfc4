package kz.uzdik.vote;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import kz.uzdik.contest.definition.Identity;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.vote.Dispute;
import kz.uzdik.contest.vote.Invites;
import kz.uzdik.contest.vote.KeyedHash;
import kz.uzdik.contest.vote.Pseudonyms;
import kz.uzdik.contest.vote.Voter;
import kz.uzdik.contest.vote.VotingCode;
import kz.uzdik.http.ProblemException;
import kz.uzdik.http.Request;
import kz.uzdik.store.DisputeStore;
import kz.uzdik.store.Vote;
import kz.uzdik.store.VoteOutcome;
import kz.uzdik.store.VoteStore;
import org.jspecify.annotations.Nullable;

/** Takes down that a resident disputes a vote in their name, or that they are missing from the roll. */
final class DisputeDesk {

    private static final int MAX_BYTES = 2048;

    private final VotingCode codes;
    private final Pseudonyms pseudonyms;
    private final Invites invites;
    private final KeyedHash hash;
    private final DisputeStore disputes;
    private final VoteStore votes;
    private final InstantSource clock;
    private final ZoneId zone;

    DisputeDesk(
            VotingCode codes,
            Pseudonyms pseudonyms,
            Invites invites,
            KeyedHash hash,
            DisputeStore disputes,
            VoteStore votes,
            InstantSource clock,
            ZoneId zone) {
        this.codes = codes;
        this.pseudonyms = pseudonyms;
        this.invites = invites;
        this.hash = hash;
        this.disputes = disputes;
        this.votes = votes;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * What a resident sends to dispute.
     *
     * @param candidate whose okrug it is about
     */
    record DisputeRequest(String iin, String contact, String code, String candidate, String ticket) {

        /** Hides the person, so that they are never logged by accident. */
        @Override
        public String toString() {
            return "DisputeRequest[…]";
        }
    }

    /**
     * What a resident sends with a token, which says who they are.
     *
     * @param candidate whose okrug it is about
     */
    record SignedInDispute(String candidate, String ticket) {}

    /**
     * What an invited person sends, known by their token alone.
     *
     * @param candidate about whom they were asked
     */
    record InvitedDispute(String token, String candidate, String ticket) {

        /** Hides the token, so that it is never logged by accident. */
        @Override
        public String toString() {
            return "InvitedDispute[…]";
        }
    }

    /** Records the dispute in {@code request} and gives its number; whoever holds no valid code or invite learns nothing. */
    String take(Survey survey, Request request) {
        return switch (survey.identity()) {
            case Identity.Code code -> take(survey, request.body(DisputeRequest.class, MAX_BYTES));
            case Identity.Invite invite -> take(survey, request.body(InvitedDispute.class, MAX_BYTES));
            case Identity.Oidc oidc -> throw new ProblemException(VoteProblems.otherIdentity());
        };
    }

    /** The same for who was invited. */
    String take(Survey survey, InvitedDispute body) {
        refuseUnknown(survey, body.candidate(), body.ticket());
        var person = invites.person(survey.id(), body.candidate(), body.token())
                .orElseThrow(() -> new ProblemException(VoteProblems.inviteInvalid()));
        return record(survey, person, person, body.candidate(), null, clock.instant());
    }

    /** The same for who has a code. */
    String take(Survey survey, DisputeRequest body) {
        var now = clock.instant();
        var voter = new Voter(survey.id(), Fields.iin(body.iin(), now), Fields.contact(body.contact()));
        refuseUnknown(survey, body.candidate(), body.ticket());
        var tries = ByCode.tries(pseudonyms, voter, now);
        if (!codes.accepts(body.code(), now, voter)) {
            throw refused(votes.countTry(tries), survey);
        }
        return record(survey, voter.iin(), pseudonyms.person(survey.id(), voter.iin()), body.candidate(), tries, now);
    }

    /** The same for who is signed in at a state identity provider. */
    String takeSignedIn(Survey survey, Request request) {
        if (!(survey.identity() instanceof Identity.Oidc identity)) {
            throw new ProblemException(VoteProblems.otherIdentity());
        }
        var body = request.body(SignedInDispute.class, MAX_BYTES);
        var iin = ByToken.iin(request.claim(identity.claim()));
        refuseUnknown(survey, body.candidate(), body.ticket());
        return record(survey, iin, pseudonyms.person(survey.id(), iin), body.candidate(), null, clock.instant());
    }

    private void refuseUnknown(Survey survey, String candidate, String ticket) {
        if (!hash.ticket(survey.id(), candidate).equals(ticket)) {
            throw new ProblemException(VoteProblems.candidateUnknown());
        }
    }

    /**
     * Records what is disputed.
     *
     * @param who IIN; of who was invited, {@code person} again, since nothing else is known
     * @param person the pseudonym that votes once
     */
    private String record(
            Survey survey, String who, String person, String candidate, Vote.@Nullable TriesLeft tries, Instant now) {
        var okrug = Fields.okrug(candidate);
        var number = Dispute.number(hash, survey.id(), okrug, who);
        var day = LocalDate.ofInstant(now, zone);
        var taken = new Dispute(number, survey.id(), okrug, Dispute.Ground.VOTE_TAKEN, day, null);
        var outcome = disputes.record(taken, person, tries, VotingCode.MAX_TRIES);
        if (outcome == DisputeStore.Outcome.UNFOUNDED && survey.identity().roll()) {
            var missing = new Dispute(number, survey.id(), okrug, Dispute.Ground.NOT_ON_ROLL, day, null);
            var entry = pseudonyms.resident(survey.id(), okrug, who);
            outcome = disputes.record(missing, entry, tries, VotingCode.MAX_TRIES);
        }
        return switch (outcome) {
            case RECORDED -> number;
            case UNFOUNDED -> throw new ProblemException(VoteProblems.nothingToDispute(survey));
            case TOO_MANY_TRIES -> throw refused(new VoteOutcome.TooManyTries(), survey);
            case BUSY -> throw new ProblemException(VoteProblems.busy());
        };
    }

    private ProblemException refused(VoteOutcome.Refused outcome, Survey survey) {
        return new ProblemException(VoteProblems.of(outcome, survey, zone));
    }
}
