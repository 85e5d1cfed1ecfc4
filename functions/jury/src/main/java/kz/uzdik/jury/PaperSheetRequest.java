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
        if (!scan.sha256Fits()) {
            throw Refusals.field(
                    "/scan/sha256", "SHA-256 – 64 он алтылық цифр.", "SHA-256 – 64 шестнадцатеричные цифры.");
        }
        if (!scan.sizeFits()) {
            throw Refusals.field(
                    "/scan/bytes", "Скан бос емес және 20 МБ-тан аспайды.", "Скан не пуст и не больше 20 МБ.");
        }
        if (!scan.typeFits()) {
            throw Refusals.field("/scan/type", "Скан – PDF, JPEG немесе PNG.", "Скан – PDF, JPEG или PNG.");
        }
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
