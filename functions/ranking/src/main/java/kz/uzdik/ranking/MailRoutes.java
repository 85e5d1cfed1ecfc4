package kz.uzdik.ranking;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import kz.uzdik.contest.dossier.Nomination;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.Request;
import kz.uzdik.store.AboutDossier;
import kz.uzdik.store.DossierState;
import kz.uzdik.store.GivenUpStore;
import kz.uzdik.store.OutgoingMail;

/** The agency sees the mails that were given up, and has one sent again: to the address that holds now. */
final class MailRoutes {

    private static final int MAX_BODY_BYTES = 2 * 1024;

    private final Works works;
    private final GivenUpStore givenUp;

    MailRoutes(Works works, GivenUpStore givenUp) {
        this.works = works;
        this.givenUp = givenUp;
    }

    /**
     * What is asked for.
     *
     * @param mail the mail's id
     * @param round which giving up of it was looked at
     */
    private record Asked(String mail, String round) {}

    /** {@code GET /v1/mails}: those given up and not sent again since. */
    APIGatewayV2HTTPResponse list(Request request) {
        request.caller().having(Caller.AGENCY);
        return Door.json(200, Map.of("mails", givenUp.open()));
    }

    /** {@code POST /v1/mails}: asked for twice, the mail goes out once. */
    APIGatewayV2HTTPResponse again(Request request) {
        var caller = request.caller().having(Caller.AGENCY);
        var asked = request.body(Asked.class, MAX_BODY_BYTES);
        return switch (givenUp.again(asked.mail(), asked.round(), this::readdressed, caller.subject(), works.now())) {
            case ON_ITS_WAY -> Door.json(201, asked);
            case ALREADY -> Door.json(200, asked);
            case BUSY -> throw Refusals.mailBusy();
            case UNKNOWN -> throw Refusals.mailUnknown();
        };
    }

    /** A dossier registered anew since has the address that holds. */
    private OutgoingMail readdressed(OutgoingMail mail) {
        return AboutDossier.of(mail.id())
                .flatMap(about ->
                        works.dossiers().of(about.dossier()).map(state -> address(state, about.recipient(), mail.to())))
                .map(to -> new OutgoingMail(mail.id(), mail.kind(), to, mail.values()))
                .orElse(mail);
    }

    private static String address(DossierState state, String recipient, String before) {
        return switch (recipient) {
            case "candidate" -> state.registration().candidateEmail();
            case "nominator" -> state.registration().nominatorEmail();
            case "secretary" -> state.registration().secretaryEmail();
            default ->
                state.nominations().stream()
                        .filter(joined -> recipient.equals("nominator-" + joined.number()))
                        .map(Nomination::email)
                        .findFirst()
                        .orElse(before);
        };
    }
}
