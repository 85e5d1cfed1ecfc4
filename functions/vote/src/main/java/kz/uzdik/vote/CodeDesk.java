package kz.uzdik.vote;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Identity;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.vote.Pseudonyms;
import kz.uzdik.contest.vote.Voter;
import kz.uzdik.contest.vote.VotingCode;
import kz.uzdik.http.ProblemException;
import kz.uzdik.http.Request;
import kz.uzdik.store.AskedDomains;
import kz.uzdik.store.CodeStore;
import kz.uzdik.store.OutgoingMail;
import org.jspecify.annotations.Nullable;

/** Sends a resident a code. Whether they have voted it does not ask, so that the answer tells nobody. */
final class CodeDesk {

    private static final int MAX_BYTES = 2048;

    private final VotingCode codes;
    private final Pseudonyms pseudonyms;
    private final ProofDesk proofs;
    private final CodeStore store;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Instant stays;

    CodeDesk(
            VotingCode codes,
            Pseudonyms pseudonyms,
            ProofDesk proofs,
            CodeStore store,
            InstantSource clock,
            ContestDefinition definition) {
        this.codes = codes;
        this.pseudonyms = pseudonyms;
        this.proofs = proofs;
        this.store = store;
        this.clock = clock;
        this.zone = definition.zone();
        this.stays = Pseudonyms.stayUntil(definition);
    }

    /** Puts the mail with the code into the outbox: one, however often it is asked for within five minutes. */
    CodeStore.Outcome send(Survey survey, Request request) {
        if (!(survey.identity() instanceof Identity.Code)) {
            throw new ProblemException(VoteProblems.otherIdentity());
        }
        var now = clock.instant();
        var body = request.body(CodeRequest.class, MAX_BYTES);
        var voter = voter(survey, body.iin(), body.contact(), now);
        var spent = pseudonyms.spent(proofs.solved(body.altcha()));
        return store.send(mail(survey, voter, now), asked(survey, voter), spent, mayGo(now));
    }

    /**
     * The same for a plain form from {@code address}. A browser without scripts proves no work; a limit per
     * neighbourhood and hour takes its place.
     */
    CodeStore.Outcome sendByForm(Survey survey, String iin, String contact, String address) {
        var now = clock.instant();
        var voter = voter(survey, iin, contact, now);
        var key = pseudonyms.askingByForm(survey.id(), address, now);
        return store.sendCounted(
                mail(survey, voter, now), asked(survey, voter), key, survey.formCodesPerHour(), mayGo(now));
    }

    private Voter voter(Survey survey, String iin, String contact, Instant now) {
        var voter = new Voter(survey.id(), Fields.iin(iin, now), Fields.contact(contact));
        if (!survey.window().contains(now, zone)) {
            throw new ProblemException(VoteProblems.windowClosed(survey, zone));
        }
        return voter;
    }

    private OutgoingMail mail(Survey survey, Voter voter, Instant now) {
        return new OutgoingMail(
                "vote-code/" + pseudonyms.codeMail(voter, now) + "/resident",
                "vote-code",
                voter.contact().address(),
                Map.of(
                        "code", codes.at(now, voter),
                        "minutes", Long.toString(VotingCode.VALID.toMinutes()),
                        "surveyKk", survey.title().kk(),
                        "surveyRu", survey.title().ru()));
    }

    /** Of a survey without rules of anomalies nothing is kept, since nobody looks at it. */
    private AskedDomains.@Nullable Asked asked(Survey survey, Voter voter) {
        return survey.anomalies() == null
                ? null
                : new AskedDomains.Asked(survey.id(), voter.contact().domain(), stays);
    }

    /** The end of the next day: the mark that a mail was sent is of no use for longer. */
    private static Instant mayGo(Instant now) {
        return now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(2));
    }
}
