package kz.uzdik.vote;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.vote.Ballot;
import kz.uzdik.contest.vote.BallotRules;
import kz.uzdik.contest.vote.KeyedHash;
import kz.uzdik.contest.vote.Pseudonyms;
import kz.uzdik.contest.vote.Voter;
import kz.uzdik.contest.vote.VotingCode;
import kz.uzdik.http.ProblemException;
import kz.uzdik.http.Request;
import kz.uzdik.store.Vote;
import kz.uzdik.store.VoteOutcome;
import kz.uzdik.store.VoteStore;

/** Takes in a resident's ballot: reads it, holds it against the rules, parts it from the person and casts it. */
final class BallotDesk {

    private static final int MAX_BYTES = 8 * 1024;
    private static final String CHANNEL = "web";
    private static final Duration PSEUDONYMS_STAY = Duration.ofDays(30);

    private final ContestDefinition definition;
    private final VotingCode codes;
    private final Pseudonyms pseudonyms;
    private final KeyedHash hash;
    private final VoteStore store;
    private final InstantSource clock;

    BallotDesk(
            ContestDefinition definition,
            VotingCode codes,
            Pseudonyms pseudonyms,
            KeyedHash hash,
            VoteStore store,
            InstantSource clock) {
        this.definition = definition;
        this.codes = codes;
        this.pseudonyms = pseudonyms;
        this.hash = hash;
        this.store = store;
        this.clock = clock;
    }

    /** What becomes of the ballot in {@code request}; one that cannot be read is a {@link ProblemException}. */
    VoteOutcome take(Survey survey, Request request) {
        var now = clock.instant();
        var body = request.body(BallotRequest.class, MAX_BYTES);
        refuseUnreadable(survey, body);
        var voter = new Voter(survey.id(), Fields.iin(body.iin()), Fields.contact(body.contact()));
        var vote = vote(survey, voter, ballot(survey, body, now, Visitor.address(request)), now);
        if (!survey.window().contains(now, definition.zone())) {
            return store.refuseTime(vote);
        }
        return codes.accepts(body.code(), now, voter) ? store.cast(vote) : store.refuseCode(vote);
    }

    private void refuseUnreadable(Survey survey, BallotRequest body) {
        if (!BallotRules.isId(body.ballot())) {
            throw new ProblemException(VoteProblems.ballotIdInvalid());
        }
        var faults = BallotRules.check(survey, body.answers());
        if (!faults.isEmpty()) {
            throw new ProblemException(VoteProblems.answersInvalid(faults));
        }
        if (!MessageDigest.isEqual(bytes(hash.ticket(survey.id(), body.candidate())), bytes(body.ticket()))) {
            throw new ProblemException(VoteProblems.candidateUnknown());
        }
    }

    private Ballot ballot(Survey survey, BallotRequest body, Instant now, String address) {
        var hour = LocalDateTime.ofInstant(now, definition.zone()).truncatedTo(ChronoUnit.HOURS);
        return new Ballot(
                body.ballot(),
                survey.id(),
                body.candidate(),
                body.answers(),
                hour.toString().substring(0, "2027-03-02T14".length()),
                CHANNEL,
                pseudonyms.network(survey.id(), address));
    }

    private Vote vote(Survey survey, Voter voter, Ballot ballot, Instant now) {
        return new Vote(
                ballot,
                pseudonyms.person(voter),
                pseudonyms.contact(voter),
                survey.personsPerContact(),
                definition
                        .calendar()
                        .republicanUntil()
                        .atZone(definition.zone())
                        .toInstant()
                        .plus(PSEUDONYMS_STAY),
                pseudonyms.tries(voter, now),
                now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(2)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
