package kz.uzdik.json.pack;

import java.io.IOException;
import java.io.OutputStream;
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

    String language() {
        return language;
    }

    void writeHtml(OutputStream out) throws IOException {
        out.write(html.getBytes(StandardCharsets.UTF_8));
    }

    void writePdf(OutputStream out) throws IOException {
        out.write(pdf);
    }
}
