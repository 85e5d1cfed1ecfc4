package kz.uzdik.dossier;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.ArrayList;
import java.util.Optional;
import kz.uzdik.contest.definition.DocumentKind;
import kz.uzdik.contest.dossier.ArchiveContents;
import kz.uzdik.contest.dossier.Statement;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.ProblemException;
import kz.uzdik.http.Request;
import kz.uzdik.store.DossierState;
import org.jspecify.annotations.Nullable;

/**
 * Records which file of a dossier is which item, by a secretary's word (§10), together with what the check finds under it:
 * there is no moment at which the findings that are shown know nothing of a statement that is. Until the commission has
 * decided; an appeal opens the dossier for it again.
 */
final class Stating {

    private static final int MAX_BYTES = 8 * 1024;

    private final Desk desk;
    private final ArchiveCheck check;
    private final FirstStage firstStage;

    Stating(Desk desk, ArchiveCheck check, FirstStage firstStage) {
        this.desk = desk;
        this.check = check;
        this.firstStage = firstStage;
    }

    /**
     * The statement.
     *
     * @param version of the dossier that was looked at
     * @param file name in the archive, as the list of files shows it
     * @param item id of one of the definition's documents; null where the file is none of them
     */
    record Wanted(int version, String file, @Nullable String item) {}

    /** {@code PUT /v1/dossiers/{dossier}/statements/{statement}}: the number that it is to get, so that a retry is known. */
    APIGatewayV2HTTPResponse state(Request request) {
        var caller = request.caller().having(Caller.SECRETARY);
        var wanted = request.body(Wanted.class, MAX_BYTES);
        var state = desk.open(request.path("dossier"), caller);
        var statement = statement(number(request.path("statement")), wanted, state, caller);
        var held = held(statement, state);
        if (held.isPresent()) {
            return Door.json(200, held.get());
        }
        require(statement, state);
        requireFit(statement);
        var registration = state.registration();
        var all = new ArrayList<>(state.statements());
        all.add(statement);
        var outcome = check.of(registration, Statement.holding(all, registration.version()))
                .orElseThrow(() -> new ProblemException(DossierProblems.archiveGone()));
        requireThere(statement, outcome.contents());
        var proposal = outcome.proposal().under(statement.number());
        if (desk.store().state(statement, proposal, state.decisions().size())) {
            return Door.json(201, statement);
        }
        var now = desk.open(state.dossier(), caller);
        return held(statement, now)
                .map(fact -> Door.json(200, fact))
                .orElseThrow(() -> new ProblemException(DossierProblems.statedOtherwise()));
    }

    private static int number(String text) {
        new FieldErrors()
                .require(
                        text.matches("[1-9][0-9]{0,4}"),
                        "/statement",
                        "1-ден басталатын нөмір керек.",
                        "Нужен номер, начиная с 1.")
                .refuse();
        return Integer.parseInt(text);
    }

    private Statement statement(int number, Wanted wanted, DossierState state, Caller caller) {
        return new Statement(
                state.dossier(),
                number,
                wanted.version(),
                wanted.file(),
                wanted.item(),
                caller.subject(),
                caller.name(),
                desk.clock().instant());
    }

    private static Optional<Statement> held(Statement statement, DossierState state) {
        return state.statements().stream().filter(statement::saysTheSameAs).findFirst();
    }

    private void require(Statement statement, DossierState state) {
        firstStage.requireOpen();
        if (statement.version() != state.registration().version()) {
            throw new ProblemException(DossierProblems.registeredAnew());
        }
        if (state.proposal() == null) {
            throw new ProblemException(DossierProblems.notChecked());
        }
        if (state.decision().isPresent()) {
            throw new ProblemException(DossierProblems.decidedAlready());
        }
        if (statement.number() != state.statements().size() + 1) {
            throw new ProblemException(DossierProblems.statedOtherwise());
        }
    }

    private void requireFit(Statement statement) {
        if (statement.item() == null) {
            return;
        }
        var item = desk.definition().intake().documents().stream()
                .filter(document -> document.id().equals(statement.item()))
                .findFirst();
        var extension = new EntryName(statement.file()).extension();
        new FieldErrors()
                .require(item.isPresent(), "/item", "Конкурста мұндай құжат жоқ.", "В конкурсе нет такого документа.")
                .require(
                        item.map(DocumentKind::extensions)
                                .filter(extensions -> !extensions.contains(extension))
                                .isEmpty(),
                        "/item",
                        "Бұл құжат мұндай пішімде қабылданбайды.",
                        "Этот документ в таком формате не принимается.")
                .refuse();
    }

    private static void requireThere(Statement statement, ArchiveContents contents) {
        new FieldErrors()
                .require(
                        contents.files().stream().anyMatch(file -> file.name().equals(statement.file())),
                        "/file",
                        "Мұрағатта мұндай файл жоқ.",
                        "В архиве нет такого файла.")
                .refuse();
    }
}
