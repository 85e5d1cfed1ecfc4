package kz.uzdik.vote;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import kz.uzdik.contest.definition.Identity;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.vote.Dispute;
import kz.uzdik.contest.vote.KeyedHash;
import kz.uzdik.contest.vote.Pseudonyms;
import kz.uzdik.contest.vote.Voter;
import kz.uzdik.contest.vote.VotingCode;
import kz.uzdik.http.ProblemException;
import kz.uzdik.http.Request;
import kz.uzdik.store.DisputeStore;
import kz.uzdik.store.VoteOutcome;
import kz.uzdik.store.VoteStore;

/** Takes down that a resident disputes a vote in their name, or that they are missing from the roll. */
final class DisputeDesk {

    private static final int MAX_BYTES = 2048;

    private final VotingCode codes;
    private final Pseudonyms pseudonyms;
    private final KeyedHash hash;
    private final DisputeStore disputes;
    private final VoteStore votes;
    private final InstantSource clock;
    private final ZoneId zone;

    DisputeDesk(
            VotingCode codes,
            Pseudonyms pseudonyms,
            KeyedHash hash,
            DisputeStore disputes,
            VoteStore votes,
            InstantSource clock,
            ZoneId zone) {
        this.codes = codes;
        this.pseudonyms = pseudonyms;
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

    /** Records the dispute in {@code request} and gives its number; whoever holds no valid code learns nothing. */
    String take(Survey survey, Request request) {
        if (!(survey.identity() instanceof Identity.Code identity)) {
            throw new ProblemException(VoteProblems.otherIdentity());
        }
        var now = clock.instant();
        var body = request.body(DisputeRequest.class, MAX_BYTES);
        var voter = new Voter(survey.id(), Fields.iin(body.iin(), now), Fields.contact(body.contact()));
        if (!hash.ticket(survey.id(), body.candidate()).equals(body.ticket())) {
            throw new ProblemException(VoteProblems.candidateUnknown());
        }
        var tries = ByCode.tries(pseudonyms, voter, now);
        if (!codes.accepts(body.code(), now, voter)) {
            throw refused(votes.countTry(tries), survey);
        }
        var okrug = Fields.okrug(body.candidate());
        var taken = new Dispute(
                Dispute.number(hash, survey.id(), okrug, voter.iin()),
                survey.id(),
                okrug,
                Dispute.Ground.VOTE_TAKEN,
                LocalDate.ofInstant(now, zone),
                null);
        var person = pseudonyms.person(survey.id(), voter.iin());
        var outcome = disputes.record(taken, person, tries, VotingCode.MAX_TRIES);
        if (outcome == DisputeStore.Outcome.NOT_VOTED && identity.roll()) {
            outcome = disputes.record(notOnRoll(taken), person, tries, VotingCode.MAX_TRIES);
        }
        return switch (outcome) {
            case RECORDED -> taken.number();
            case NOT_VOTED -> throw new ProblemException(VoteProblems.nothingToDispute());
            case TOO_MANY_TRIES -> throw refused(new VoteOutcome.TooManyTries(), survey);
            case BUSY -> throw new ProblemException(VoteProblems.busy());
        };
    }

    private ProblemException refused(VoteOutcome.Refused outcome, Survey survey) {
        return new ProblemException(VoteProblems.of(outcome, survey, zone));
    }

    private static Dispute notOnRoll(Dispute taken) {
        return new Dispute(
                taken.number(), taken.survey(), taken.okrug(), Dispute.Ground.NOT_ON_ROLL, taken.day(), null);
    }
}
