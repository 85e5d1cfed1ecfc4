package kz.uzdik.dossier;

import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Oblast;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.http.ProblemException;
import kz.uzdik.store.AnnouncementStore;

/** The stage that the dossiers go into: once it is announced, they stand as they are. */
final class FirstStage {

    private final Stage stage;
    private final AnnouncementStore announcements;

    FirstStage(ContestDefinition definition, AnnouncementStore announcements) {
        this.stage = definition.stages().stream()
                .filter(one -> one.from() == null)
                .findFirst()
                .orElseThrow();
        this.announcements = announcements;
    }

    /** Its id. */
    String id() {
        return stage.id();
    }

    /** The unit in which it rates the candidates of {@code oblast}. */
    String scope(Oblast oblast) {
        return stage.scope() == Stage.Scope.REPUBLIC ? Stage.REPUBLIC : oblast.kato();
    }

    /** Refuses, 409 {@code already-announced}, where it is announced and its announcement is not being corrected. */
    void requireOpen() {
        if (announcements.course(stage.id()).isClosed()) {
            throw new ProblemException(DossierProblems.alreadyAnnounced());
        }
    }
}
