package kz.uzdik.jury;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import kz.uzdik.contest.definition.Sheet;
import kz.uzdik.contest.jury.PaperSheet;
import kz.uzdik.contest.vote.PaperCount.Scan;
import org.jspecify.annotations.Nullable;

/**
 * An absent member's sheet as the secretary sends it in.
 *
 * @param version the one after those that the secretary has seen
 * @param points criterion → points; empty where the entry is taken back
 * @param reason why it is entered again or taken back; null for the first version
 */
record PaperSheetRequest(
        String sheet,
        String candidate,
        String member,
        int version,
        Map<String, BigDecimal> points,
        Scan scan,
        @Nullable String reason) {

    /** The fact that it makes; refused if something is wrong with it. */
    PaperSheet entry(String stage, Sheet kind, String by, Instant at) {
        if (version < 1 || (version == 1) != (reason == null)) {
            throw Refusals.field(
                    "/reason",
                    "Алғашқы нұсқада себеп болмайды, кейінгілерінде болуы керек.",
                    "У первой версии причины нет, у следующих она нужна.");
        }
        if (version == 1 || !points.isEmpty()) {
            SheetFaults.refuse(kind, points);
        }
        scan.faults().stream().findFirst().ifPresent(fault -> {
            throw Refusals.field("/scan/" + fault.field(), fault.message());
        });
        return new PaperSheet(
                stage,
                sheet,
                candidate,
                member,
                points,
                version,
                scan,
                reason == null ? null : Reasons.required(reason),
                by,
                at);
    }
}
