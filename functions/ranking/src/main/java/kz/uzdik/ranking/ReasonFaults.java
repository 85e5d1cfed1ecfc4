package kz.uzdik.ranking;

import java.util.ArrayList;
import java.util.List;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.http.Problem.FieldError;

/** What is wrong with a reason that is published in both languages: of an act, a correction, a further count. */
final class ReasonFaults {

    private static final int LONGEST = 1000;

    private ReasonFaults() {}

    /** The languages in which {@code reason} does not say why; empty if it does in both. */
    static List<FieldError> of(Text reason) {
        var faults = new ArrayList<FieldError>();
        if (!isReason(reason.kk())) {
            faults.add(new FieldError(
                    "/reason/kk", new Text("Себебін қазақша жазыңыз.", "Напишите причину по-казахски.")));
        }
        if (!isReason(reason.ru())) {
            faults.add(
                    new FieldError("/reason/ru", new Text("Себебін орысша жазыңыз.", "Напишите причину по-русски.")));
        }
        return faults;
    }

    /** Whether {@code text} says something, in at most {@link #LONGEST} characters. */
    static boolean isReason(String text) {
        return !text.isBlank() && text.length() <= LONGEST;
    }
}
