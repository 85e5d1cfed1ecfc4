package kz.uzdik.vote;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import kz.uzdik.contest.definition.Identity;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.vote.Pseudonyms;
import kz.uzdik.contest.vote.Voter;
import kz.uzdik.contest.vote.VotingCode;
import kz.uzdik.http.Request;
import kz.uzdik.store.Vote;

/** IIN, contact and the code that was sent there. */
record ByCode(Identity.Code identity, VotingCode codes, Pseudonyms pseudonyms) implements Identification {

    private static final int MAX_BYTES = 8 * 1024;

    @Override
    public Entry read(Survey survey, Request request, Instant now) {
        return read(survey, request.body(BallotRequest.class, MAX_BYTES), now);
    }

    /** The same for a body that is read already. */
    Entry read(Survey survey, BallotRequest body, Instant now) {
        var voter = new Voter(survey.id(), Fields.iin(body.iin(), now), Fields.contact(body.contact()));
        var tries = tries(pseudonyms, voter, now);
        var conditions = new ArrayList<Vote.Condition>();
        conditions.add(tries);
        if (identity.roll()) {
            conditions.add(
                    new Vote.OnRoll(pseudonyms.resident(survey.id(), Fields.okrug(body.candidate()), voter.iin())));
        }
        conditions.add(new Vote.RoomAtContact(pseudonyms.contact(voter), survey.personsPerContact()));
        return new Entry(
                body.slip(),
                pseudonyms.person(survey.id(), voter.iin()),
                conditions,
                codes.accepts(body.code(), now, voter) ? null : tries);
    }

    /** That {@code voter} has tries left in the minutes of {@code now}. */
    static Vote.TriesLeft tries(Pseudonyms pseudonyms, Voter voter, Instant now) {
        return new Vote.TriesLeft(
                pseudonyms.tries(voter, now), now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(2)));
    }
}
