package kz.uzdik.mail;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The HTML of a letter, from its text: paragraphs at empty lines; a line that is an address becomes a link; a line set
 * in by four spaces stands out, for a code that is to be copied. Everything else is escaped.
 */
final class LetterHtml {

    private LetterHtml() {}

    /** A page with the Kazakh text above the Russian. */
    static String page(String kk, String ru) {
        return """
                <!doctype html>
                <html lang="kk"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
                <title>Uzdik</title></head>
                <body style="margin:0;background:#f3f5f7;color:#17212b;font:16px/1.5 sans-serif">
                <div style="max-width:36em;margin:0 auto;padding:24px;background:#ffffff">
                <div lang="kk">
                %s
                </div>
                <hr style="border:0;border-top:1px solid #c9d2da;margin:24px 0">
                <div lang="ru">
                %s
                </div>
                </div>
                </body></html>
                """.formatted(paragraphs(kk), paragraphs(ru));
    }

    private static String paragraphs(String text) {
        return Arrays.stream(text.split("\n\n"))
                .map(p -> "<p>" + p.lines().map(LetterHtml::line).collect(Collectors.joining("<br>\n")) + "</p>")
                .collect(Collectors.joining("\n"));
    }

    private static String line(String line) {
        var escaped = escape(line.strip());
        if (line.matches("https?://[^\\s\"<>]+")) {
            return "<a href=\"" + escaped + "\" style=\"color:#0b5c8a\">" + escaped + "</a>";
        }
        return line.startsWith("    ")
                ? "<strong style=\"font:700 24px/1.4 monospace;letter-spacing:2px\">" + escaped + "</strong>"
                : escaped;
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
