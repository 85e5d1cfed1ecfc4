package kz.uzdik.mail;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A mail's id as SES gives it back with what became of the mail: it takes letters, digits, hyphens and underscores alone. */
final class MailTag {

    /** Name of the message tag. */
    static final String NAME = "mail";

    private static final int LONGEST = 255;

    private MailTag() {}

    /** The tag's value for the mail {@code id}; empty where it would be longer than SES takes. */
    static Optional<String> value(String id) {
        var value = Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8));
        return value.length() > LONGEST ? Optional.empty() : Optional.of(value);
    }

    /** The id that {@code values}, the values of the tag, stand for. */
    static Optional<String> id(List<String> values) {
        try {
            return values.stream()
                    .findFirst()
                    .map(value -> new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8))
                    .filter(id -> id.indexOf('/') > 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
