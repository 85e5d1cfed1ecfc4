package kz.uzdik.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.json.Json;
import kz.uzdik.wiring.Wiring;

/** The contest's title: all that the mails need of its definition, which is checked where it is used. */
final class ContestTitle {

    private ContestTitle() {}

    static Text read(Wiring wiring) {
        try {
            return Json.MAPPER.treeToValue(Json.tree(wiring.contestFile()).required("title"), Text.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("CONTEST_FILE is not JSON", e);
        }
    }
}
