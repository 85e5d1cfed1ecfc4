package kz.uzdik.engines;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/** A mail as a message of RFC 5322 that any mail program opens: text and HTML side by side, in UTF-8. */
final class Eml {

    private static final String BOUNDARY = "uzdik-parts";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(76, new byte[] {'\r', '\n'});

    private Eml() {}

    /** {@code mail} with its headers, lines ended by CR LF. */
    static String of(Mail mail) {
        var head = "Message-ID: <" + mail.id() + "@local>\r\nDate: "
                + DateTimeFormatter.RFC_1123_DATE_TIME.format(mail.at().atOffset(ZoneOffset.UTC)) + "\r\nFrom: "
                + mail.from() + "\r\nTo: " + String.join(", ", mail.to()) + "\r\nSubject: " + words(mail.subject())
                + "\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"" + BOUNDARY + "\"\r\n\r\n";
        return head + part("plain", mail.text()) + part("html", mail.html()) + "--" + BOUNDARY + "--\r\n";
    }

    private static String part(String subtype, String content) {
        if (content.isEmpty()) {
            return "";
        }
        return "--" + BOUNDARY + "\r\nContent-Type: text/" + subtype
                + "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + LINES.encodeToString(content.getBytes(StandardCharsets.UTF_8)) + "\r\n";
    }

    /** A header's words as RFC 2047 encodes them, at most 45 bytes in each, so that no letter is cut in two. */
    private static String words(String text) {
        var out = new StringBuilder();
        var word = new StringBuilder();
        for (var codePoint : text.codePoints().toArray()) {
            var letter = Character.toString(codePoint);
            if ((word + letter).getBytes(StandardCharsets.UTF_8).length > 45) {
                out.append(encoded(word)).append("\r\n ");
                word.setLength(0);
            }
            word.append(letter);
        }
        return out.append(encoded(word)).toString();
    }

    private static String encoded(CharSequence word) {
        var bytes = word.toString().getBytes(StandardCharsets.UTF_8);
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes) + "?=";
    }
}
