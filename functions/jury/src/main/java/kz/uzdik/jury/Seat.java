package kz.uzdik.jury;

import java.util.List;
import kz.uzdik.contest.definition.Sheet;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.contest.ranking.Participant;

/**
 * A stage, the commission that judges it in one scope, and the member who asks.
 *
 * @param sheets those of the stage, in its order
 * @param candidates who takes part in this scope
 */
record Seat(
        Stage stage,
        Commission commission,
        Commission.Member member,
        List<Sheet> sheets,
        List<Participant> candidates) {

    Seat {
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

    /** Refuses who leads the commission neither as its chair nor as the deputy. */
    void requireLead() {
        if (!member.role().leads()) {
            throw Refusals.notTheChair();
        }
    }

    /** Refuses a candidate who does not take part. */
    void requireCandidate(String id) {
        if (candidates.stream().noneMatch(candidate -> candidate.candidate().equals(id))) {
            throw Refusals.candidateUnknown();
        }
    }
}
