package kz.uzdik.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.http.Problem;
import kz.uzdik.http.ProblemException;

/** The fields of a request that are at fault, all of them, so that one answer names them all. */
final class FieldErrors {

    private final List<Problem.FieldError> errors = new ArrayList<>();

    /**
     * Notes a fault unless {@code holds}.
     *
     * @param holds what must be so
     * @param pointer JSON pointer of the field
     * @param kk what is wrong, in Kazakh
     * @param ru what is wrong, in Russian
     */
    FieldErrors require(boolean holds, String pointer, String kk, String ru) {
        if (!holds) {
            errors.add(new Problem.FieldError(pointer, new Text(kk, ru)));
        }
        return this;
    }

    /** Refuses the request, 400 {@code field-invalid}, if there is any fault. */
    void refuse() {
        if (!errors.isEmpty()) {
            throw new ProblemException(new Problem(
                    400,
                    "field-invalid",
                    new Text("Өріс дұрыс емес.", "Поле заполнено неверно."),
                    null,
                    errors,
                    Map.of()));
        }
    }
}
