package kz.uzdik.json.pack;

import java.nio.charset.StandardCharsets;

/** The protocol in one language: as HTML, and the PDF made of it. */
public final class PackProtocol {

    private final String language;
    private final String html;
    private final byte[] pdf;

    /** The protocol in {@code language}, {@code kk} or {@code ru}. */
    public PackProtocol(String language, String html, byte[] pdf) {
        this.language = language;
        this.html = html;
        this.pdf = pdf.clone();
    }

    /** {@code kk} or {@code ru}. */
    public String language() {
        return language;
    }

    /** The HTML in UTF-8. */
    public byte[] html() {
        return html.getBytes(StandardCharsets.UTF_8);
    }

    /** The PDF. */
    public byte[] pdf() {
        return pdf.clone();
    }
}
