package kz.uzdik.jury;

import java.util.List;
import kz.uzdik.contest.definition.Sheet;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.contest.ranking.Participant;

/** A member's place at a commission's desk. */
record Seat(Desk desk, Commission.Member member) {

    Stage stage() {
        return desk.stage();
    }

    Commission commission() {
        return desk.commission();
    }

    List<Sheet> sheets() {
        return desk.sheets();
    }

    List<Participant> candidates() {
        return desk.candidates();
    }

    /** KATO of the oblast, or {@code republic}. */
    String scope() {
        return desk.scope();
    }

    /** The stage's sheet {@code id}. */
    Sheet sheet(String id) {
        return desk.sheet(id);
    }

    /** Refuses who leads the commission neither as its chair nor as the deputy. */
    void requireLead() {
        if (!member.role().leads()) {
            throw Refusals.notTheChair();
        }
    }
}
