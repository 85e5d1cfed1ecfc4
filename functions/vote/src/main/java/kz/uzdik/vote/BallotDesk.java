package kz.uzdik.vote;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.vote.Ballot;
import kz.uzdik.contest.vote.BallotRules;
import kz.uzdik.contest.vote.KeyedHash;
import kz.uzdik.contest.vote.Pseudonyms;
import kz.uzdik.http.ProblemException;
import kz.uzdik.http.Request;
import kz.uzdik.store.Vote;
import kz.uzdik.store.VoteOutcome;
import kz.uzdik.store.VoteStore;

/** Takes in a resident's ballot: reads it, holds it against the rules, parts it from the person and casts it. */
final class BallotDesk {

    private static final String CHANNEL = "web";

    private final ContestDefinition definition;
    private final PublishedOrders orders;
    private final Pseudonyms pseudonyms;
    private final KeyedHash hash;
    private final VoteStore store;
    private final InstantSource clock;

    BallotDesk(
            ContestDefinition definition,
            PublishedOrders orders,
            Pseudonyms pseudonyms,
            KeyedHash hash,
            VoteStore store,
            InstantSource clock) {
        this.definition = definition;
        this.orders = orders;
        this.pseudonyms = pseudonyms;
        this.hash = hash;
        this.store = store;
        this.clock = clock;
    }

    /** What becomes of the ballot in {@code request}; one that cannot be read is a {@link ProblemException}. */
    VoteOutcome take(Survey survey, Request request, Identification by) {
        var now = clock.instant();
        return take(survey, by.read(survey, request, now), Visitor.address(request), now);
    }

    /** The same for a ballot that came in a plain form from {@code address}; {@code reading} reads it at an instant. */
    VoteOutcome take(Survey survey, String address, Function<Instant, Identification.Entry> reading) {
        var now = clock.instant();
        return take(survey, reading.apply(now), address, now);
    }

    private VoteOutcome take(Survey survey, Identification.Entry entry, String address, Instant now) {
        refuseUnreadable(survey, entry.slip());
        var vote = new Vote(
                ballot(survey, entry.slip(), now, address),
                entry.person(),
                Pseudonyms.stayUntil(definition),
                entry.conditions());
        if (!survey.window().contains(now, definition.zone())) {
            return store.refuseTime(vote);
        }
        var frozen = orders.of(survey.id()).frozen().get(entry.slip().candidate());
        if (frozen != null) {
            return store.refuseFrozen(vote, frozen);
        }
        return entry.wrongCode() == null ? store.cast(vote) : store.refuseCode(vote, entry.wrongCode());
    }

    /** Refuses a ballot that could not be taken whoever brings it: a {@link ProblemException}. */
    void refuseUnreadable(Survey survey, Slip body) {
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

    private Ballot ballot(Survey survey, Slip body, Instant now, String address) {
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

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
