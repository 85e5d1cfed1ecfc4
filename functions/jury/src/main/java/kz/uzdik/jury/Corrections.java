package kz.uzdik.jury;

import kz.uzdik.contest.definition.Commissions;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.jury.FiledSheet;
import kz.uzdik.store.JuryStore;
import kz.uzdik.store.JuryStore.Filing;

/** Members correct the sheets that they filed, as long as the definition lets them: each a further version. */
final class Corrections {

    private final ContestDefinition definition;
    private final JuryStore jury;

    Corrections(ContestDefinition definition, JuryStore jury) {
        this.definition = definition;
        this.jury = jury;
    }

    /** Files {@code corrected}; refused unless it is a reasoned next version that changes points. */
    Filing<FiledSheet> correct(Seat seat, FiledSheet corrected, String salt) {
        if (corrected.version() < 2 || corrected.correction() == null) {
            throw Refusals.field(
                    "/correction",
                    "Алғашқы нұсқада түзету себебі болмайды, кейінгілерінде болуы керек.",
                    "У первой версии причины исправления нет, у следующих она нужна.");
        }
        var allowed = definition.commissions().of(seat.stage().scope()).corrections();
        if (allowed == Commissions.Correcting.NOT_ALLOWED) {
            throw Refusals.sheetFiled();
        }
        requireNext(seat, corrected);
        return allowed == Commissions.Correcting.UNTIL_OPENING
                ? jury.file(seat.scope(), corrected, salt)
                : jury.correct(seat.scope(), corrected, salt);
    }

    private void requireNext(Seat seat, FiledSheet corrected) {
        var filed = jury.read(seat.stage().id(), seat.scope()).sheets().stream()
                .filter(sheet -> sheet.key().equals(corrected.key()))
                .toList();
        var next = filed.size() + 1;
        if (corrected.version() > next) {
            throw Refusals.sheetVersion(next);
        }
        var before = FiledSheet.inOrder(filed).get(corrected.version() - 2);
        if (before.points().equals(corrected.points())) {
            throw Refusals.field(
                    "/points", "Ұпайлар өзгермеген: түзететін ештеңе жоқ.", "Баллы не изменены: исправлять нечего.");
        }
    }
}
