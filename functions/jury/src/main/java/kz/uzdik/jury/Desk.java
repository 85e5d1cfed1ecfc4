package kz.uzdik.jury;

import java.util.List;
import kz.uzdik.contest.definition.Sheet;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.contest.ranking.Participant;

/**
 * A stage and the commission that judges it in one scope: what a member judges from a seat at, and a secretary works on.
 *
 * @param sheets those of the stage, in its order
 * @param candidates who takes part in this scope
 */
record Desk(Stage stage, Commission commission, List<Sheet> sheets, List<Participant> candidates) {

    Desk {
        sheets = List.copyOf(sheets);
        candidates = List.copyOf(candidates);
    }

    /** KATO of the oblast, or {@code republic}. */
    String scope() {
        return commission.scope();
    }

    /** The stage's sheet {@code id}. */
    Sheet sheet(String id) {
        return sheets.stream()
                .filter(sheet -> sheet.id().equals(id))
                .findFirst()
                .orElseThrow(Refusals::sheetUnknown);
    }

    /** Refuses a candidate who does not take part. */
    void requireCandidate(String id) {
        if (candidates.stream().noneMatch(candidate -> candidate.candidate().equals(id))) {
            throw Refusals.candidateUnknown();
        }
    }
}
