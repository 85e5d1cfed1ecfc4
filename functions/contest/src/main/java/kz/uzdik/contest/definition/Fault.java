package kz.uzdik.contest.definition;

/**
 * One thing wrong with a definition.
 *
 * @param field JSON pointer of the value at fault, for example {@code /calendar/intake/closes}; empty for the whole
 * @param message what is wrong with it, in English, for who writes definitions
 */
public record Fault(String field, String message) {

    @Override
    public String toString() {
        return (field.isEmpty() ? "/" : field) + ": " + message;
    }
}
