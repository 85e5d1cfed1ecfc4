package kz.uzdik.dossier;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Oblast;
import kz.uzdik.contest.definition.Places;
import kz.uzdik.http.Caller;
import kz.uzdik.http.ProblemException;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.store.DossierState;
import kz.uzdik.store.DossierStore;
import kz.uzdik.store.OutgoingMail;
import kz.uzdik.wiring.Wiring;

/**
 * What every request on dossiers needs.
 *
 * @param definition the edition
 * @param places its oblasts, districts and okrugs
 * @param store where dossiers are kept
 * @param clock the contest's time
 */
record Desk(ContestDefinition definition, Places places, DossierStore store, InstantSource clock) {

    static Desk of(Wiring wiring, DossierStore store) {
        var definition = DefinitionReader.read(wiring.contestFile());
        return new Desk(definition, Places.of(definition), store, wiring.clock());
    }

    /** The oblast of an okrug that the edition has; otherwise the problem {@code kato-unknown}. */
    Oblast oblastOf(String okrug) {
        return places.oblastOf(okrug).orElseThrow(() -> new ProblemException(DossierProblems.katoUnknown("/okrug")));
    }

    /** The dossier {@code id}, which {@code caller} may see; otherwise the problem says why not. */
    DossierState open(String id, Caller caller) {
        var oblast = places.oblastOf(id.startsWith("d-") ? id.substring(2) : "")
                .orElseThrow(() -> new ProblemException(DossierProblems.dossierUnknown()));
        caller.in(oblast.kato());
        return store.of(id).orElseThrow(() -> new ProblemException(DossierProblems.dossierUnknown()));
    }

    /** {@code local}, a time of the calendar, as a moment. */
    Instant moment(LocalDateTime local) {
        return local.atZone(definition.zone()).toInstant();
    }

    /** Whether the calendar's {@code end} has come. */
    boolean isPast(LocalDateTime end) {
        return !clock.instant().isBefore(moment(end));
    }

    /** {@code at} as a time of the contest's zone, to the second. */
    String local(Instant at) {
        return LocalDateTime.ofInstant(at, definition.zone())
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
    }

    /** The same mail to everyone whom a step of a dossier concerns: candidate, every nominator, secretary. */
    static List<OutgoingMail> mails(String kind, String fact, DossierState state, Map<String, String> values) {
        var registration = state.registration();
        var mails = new ArrayList<OutgoingMail>();
        mails.add(mail(kind, fact, "candidate", registration.candidateEmail(), values));
        mails.add(mail(kind, fact, "nominator", registration.nominatorEmail(), values));
        state.nominations()
                .forEach(joined -> mails.add(mail(kind, fact, "nominator-" + joined.number(), joined.email(), values)));
        mails.add(mail(kind, fact, "secretary", registration.secretaryEmail(), values));
        return mails;
    }

    /**
     * A mail on a dossier; one for each recipient and fact.
     *
     * @param kind the mail's template
     * @param fact names the fact that the mail tells of, for example {@code d-100000000-1}
     * @param recipient {@code candidate}, {@code nominator} or {@code secretary}
     * @param to address
     * @param values what the template needs
     */
    static OutgoingMail mail(String kind, String fact, String recipient, String to, Map<String, String> values) {
        return new OutgoingMail(kind + "/" + fact + "/" + recipient, kind, to, values);
    }
}
