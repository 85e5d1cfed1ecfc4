package kz.uzdik.dossier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.uzdik.contest.dossier.Nomination;
import kz.uzdik.contest.dossier.Registration;
import kz.uzdik.http.Caller;
import kz.uzdik.store.DossierState;
import kz.uzdik.store.OutgoingMail;

/**
 * Takes a further nominator of an akim whose dossier is registered into that dossier (§5, §7): one dossier per akim,
 * whose documents stay those of the first nominator.
 */
final class Joining {

    private final Desk desk;

    Joining(Desk desk) {
        this.desk = desk;
    }

    /** Whether {@code wanted} is on the akim of {@code state}, but by none who registered the dossier itself. */
    static boolean isByAnother(RegistrationRequest wanted, String iinHash, DossierState state) {
        return !Boolean.TRUE.equals(wanted.correctsNominator())
                && state.registration().iinHash().equals(iinHash)
                && state.versions().stream().noneMatch(wanted::isBySameNominator);
    }

    /** The nomination by which the nominator of {@code wanted} joined before; empty if they did not. */
    static Optional<Nomination> known(RegistrationRequest wanted, DossierState state) {
        return state.nominations().stream()
                .filter(joined -> joined.isBy(wanted.nominatorKind(), wanted.nominatorName()))
                .findFirst();
    }

    /** Lets the nominator of {@code wanted} join; empty where another one came between. */
    Optional<Nomination> join(RegistrationRequest wanted, DossierState state, Caller caller) {
        new FieldErrors()
                .require(
                        desk.definition().eligibility().nominators().contains(wanted.nominatorKind()),
                        "/nominatorKind",
                        "Бұл конкурста ол ұсына алмайды.",
                        "В этом конкурсе такая сторона не выдвигает.")
                .refuse();
        var nomination = new Nomination(
                state.dossier(),
                state.nominations().size() + 1,
                wanted.nominatorKind(),
                wanted.nominatorName(),
                wanted.nominatorEmail(),
                wanted.sha256(),
                caller.subject(),
                caller.email(),
                desk.clock().instant());
        return Optional.of(nomination).filter(fact -> desk.store().join(fact, mails(fact, state.registration())));
    }

    private List<OutgoingMail> mails(Nomination nomination, Registration registration) {
        var kind = "dossier-joined";
        var fact = nomination.dossier() + "-" + nomination.number();
        var values = Map.of(
                "dossier", nomination.dossier(),
                "candidateName", registration.candidateName(),
                "nominatorName", nomination.name(),
                "registeredAt", desk.local(nomination.registeredAt()));
        return List.of(
                Desk.mail(kind, fact, "nominator", nomination.email(), values),
                Desk.mail(kind, fact, "secretary", nomination.secretaryEmail(), values));
    }
}
