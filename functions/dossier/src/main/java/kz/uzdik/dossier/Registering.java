package kz.uzdik.dossier;

import static kz.uzdik.dossier.Desk.mail;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.uzdik.contest.dossier.ArchiveParts;
import kz.uzdik.contest.dossier.Nomination;
import kz.uzdik.contest.dossier.Registration;
import kz.uzdik.contest.vote.Iin;
import kz.uzdik.contest.vote.KeyedHash;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.ProblemException;
import kz.uzdik.http.Request;
import kz.uzdik.store.DossierState;
import kz.uzdik.store.OutgoingMail;
import org.jspecify.annotations.Nullable;

/**
 * Registers dossiers. What counts for the deadline is the registration, with the archive's size and the SHA-256 of its parts (§9); the
 * bytes themselves may follow until the calendar's {@code uploadUntil} ({@link Uploading}).
 */
final class Registering {

    private static final int TRIES = 8;

    private final Desk desk;
    private final Joining joining;
    private final KeyedHash hash;

    Registering(Desk desk, KeyedHash hash) {
        this.desk = desk;
        this.joining = new Joining(desk);
        this.hash = hash;
    }

    /** {@code POST /v1/dossiers}. */
    APIGatewayV2HTTPResponse register(Request request) {
        var caller = request.caller().having(Caller.SECRETARY);
        var wanted = request.body(RegistrationRequest.class, RegistrationRequest.MAX_BYTES);
        caller.in(desk.oblastOf(wanted.okrug()).kato());
        var today =
                LocalDate.ofInstant(desk.clock().instant(), desk.definition().zone());
        wanted.check(desk.definition().intake(), today);
        var iinHash = iinHash(wanted.iin(), today);
        for (var attempt = 0; attempt < TRIES; attempt++) {
            var state = desk.store().of("d-" + wanted.okrug());
            var done = state.isPresent() && Joining.isByAnother(wanted, iinHash, state.get())
                    ? another(wanted, iinHash, state.get(), caller)
                    : version(wanted, iinHash, state, caller);
            if (done.isPresent()) {
                return done.get();
            }
        }
        throw new IllegalStateException("version of d-" + wanted.okrug() + " taken " + TRIES + " times");
    }

    /** Empty where another registration came between. */
    private Optional<APIGatewayV2HTTPResponse> version(
            RegistrationRequest wanted, String iinHash, Optional<DossierState> state, Caller caller) {
        if (state.isPresent() && wanted.sameAs(state.get().registration(), iinHash)) {
            return Optional.of(answer(200, state.get().registration(), null));
        }
        requireIntake();
        var version = state.map(s -> s.registration().version()).orElse(0) + 1;
        var registration = registration(wanted, version, iinHash, caller);
        return desk.store().register(registration, mails(registration))
                ? Optional.of(answer(201, registration, null))
                : Optional.empty();
    }

    /** One who joined may bring another archive later: it is a version in the first nominator's name. */
    private Optional<APIGatewayV2HTTPResponse> another(
            RegistrationRequest wanted, String iinHash, DossierState state, Caller caller) {
        var registration = state.registration();
        var known = Joining.known(wanted, state);
        if (known.isEmpty()) {
            requireIntake();
            return joining.join(wanted, state, caller).map(joined -> answer(201, registration, joined));
        }
        return known.get().sha256().equals(wanted.sha256())
                ? Optional.of(answer(200, registration, known.get()))
                : version(wanted.inTheNameOf(registration), iinHash, Optional.of(state), caller);
    }

    private String iinHash(String typed, LocalDate today) {
        return switch (Iin.parse(typed, today)) {
            case Iin.Valid valid -> Registration.iinHash(hash, desk.definition().id(), valid);
            case Iin.Invalid invalid -> throw new ProblemException(DossierProblems.iinInvalid(invalid.reason()));
        };
    }

    private void requireIntake() {
        var intake = desk.definition().calendar().intake();
        if (!intake.contains(desk.clock().instant(), desk.definition().zone())) {
            throw new ProblemException(DossierProblems.windowClosed(
                    intake.opens(), intake.closes(), desk.definition().zone()));
        }
    }

    private APIGatewayV2HTTPResponse answer(int status, Registration registration, @Nullable Nomination joined) {
        var until = desk.moment(desk.definition().calendar().uploadUntil());
        return Door.json(
                status,
                new Answer(
                        registration.dossier(),
                        registration.version(),
                        joined == null ? registration.registeredAt() : joined.registeredAt(),
                        ArchiveParts.BYTES,
                        until,
                        joined == null ? null : joined.number()));
    }

    private Registration registration(RegistrationRequest wanted, int version, String iinHash, Caller caller) {
        return new Registration(
                "d-" + wanted.okrug(),
                version,
                wanted.okrug(),
                wanted.candidateName(),
                wanted.candidateEmail(),
                iinHash,
                wanted.nominatorKind(),
                wanted.nominatorName(),
                wanted.nominatorEmail(),
                wanted.service(),
                wanted.penalties(),
                wanted.bytes(),
                wanted.sha256(),
                caller.subject(),
                caller.email(),
                desk.clock().instant());
    }

    private List<OutgoingMail> mails(Registration registration) {
        var kind = "dossier-registered";
        var fact = registration.dossier() + "-" + registration.version();
        var values = Map.of(
                "dossier", registration.dossier(),
                "candidateName", registration.candidateName(),
                "version", Integer.toString(registration.version()),
                "bytes", Long.toString(registration.bytes()),
                "sha256", registration.sha256(),
                "registeredAt", desk.local(registration.registeredAt()),
                "uploadUntil", desk.definition().calendar().uploadUntil().toString());
        return List.of(
                mail(kind, fact, "secretary", registration.secretaryEmail(), values),
                mail(kind, fact, "nominator", registration.nominatorEmail(), values));
    }

    /**
     * The receipt, and what the secretary's page goes on with.
     *
     * @param partBytes size of each part but the last
     * @param uploadUntil when the last part must have come
     * @param joined number of the nomination by which another nominator joined the dossier, whose archive is not taken;
     *     null where a version was registered
     */
    record Answer(
            String dossier,
            int version,
            Instant registeredAt,
            int partBytes,
            Instant uploadUntil,
            @Nullable Integer joined) {}
}
