package kz.uzdik.contest.vote;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a person gets a code: an e-mail address.
 *
 * @param address as mail is sent to it, in lower case
 */
public record Contact(String address) {

    private static final int MAX_LENGTH = 254;

    private static final Pattern SHAPE = Pattern.compile(
            "(?<local>[^\\s@,;<>()\\[\\]\"\\\\]{1,64})@(?<domain>[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+)");

    /** Reads what a person typed; empty where it can be no e-mail address. */
    public static Optional<Contact> read(String typed) {
        var address = typed.strip().toLowerCase(Locale.ROOT);
        return address.length() <= MAX_LENGTH && SHAPE.matcher(address).matches()
                ? Optional.of(new Contact(address))
                : Optional.empty();
    }

    /** The mailbox behind the address: {@code aidos+2@example.kz} is read by who reads {@code aidos@example.kz}. */
    public String mailbox() {
        return address.replaceFirst("\\+[^@]*@", "@");
    }

    /** The part after the {@code @}: whose mail service it is. */
    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** Hides the address, so that it is never logged by accident. */
    @Override
    public String toString() {
        return "Contact[…]";
    }
}
