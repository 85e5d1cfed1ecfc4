package kz.uzdik.pages;

import java.util.Map;
import kz.uzdik.contest.definition.Text;
import org.jspecify.annotations.Nullable;

/**
 * Why a form comes back to the one who sent it.
 *
 * @param how to mend it; null where {@code what} says all
 * @param fields what is wrong with single fields, by the name they have in the form
 */
public record Trouble(Text what, @Nullable Text how, Map<String, Text> fields) {
    public Trouble {
        fields = Map.copyOf(fields);
    }
}
