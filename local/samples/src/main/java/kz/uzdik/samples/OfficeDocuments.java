package kz.uzdik.samples;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Small documents of Word and PowerPoint, and their flaws. */
public final class OfficeDocuments {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String WORD =
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private OfficeDocuments() {}

    /**
     * A document of Word.
     *
     * @param told pages that its properties tell; null for none
     * @param breaks page breaks in its text
     */
    public static byte[] docx(@Nullable Integer told, int breaks) {
        return zip(docxParts(told, breaks));
    }

    static Map<String, byte[]> docxParts(@Nullable Integer told, int breaks) {
        var body = new StringBuilder(XML).append(WORD).append("<w:p><w:r><w:t>Мен неге үздікпін</w:t></w:r></w:p>");
        for (var i = 0; i < breaks; i++) {
            body.append("<w:p><w:r><w:br w:type=\"page\"/><w:t>Бет</w:t></w:r></w:p>");
        }
        var parts = parts(
                "word/document.xml",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                body.append("</w:body></w:document>").toString());
        if (told != null) {
            parts.put(
                    "docProps/app.xml",
                    text(XML
                            + "<Properties"
                            + " xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Pages>"
                            + told + "</Pages></Properties>"));
        }
        return parts;
    }

    /** A presentation of PowerPoint with {@code slides} slides. */
    public static byte[] pptx(int slides) {
        return zip(pptxParts(slides));
    }

    static Map<String, byte[]> pptxParts(int slides) {
        var parts = parts(
                "ppt/presentation.xml",
                "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
                XML + "<p:presentation xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"/>");
        for (var i = 1; i <= slides; i++) {
            parts.put(
                    "ppt/slides/slide" + i + ".xml",
                    text(XML + "<p:sld xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"/>"));
        }
        return parts;
    }

    private static Map<String, byte[]> parts(String main, String type, String content) {
        var parts = new TreeMap<String, byte[]>();
        parts.put(
                "[Content_Types].xml",
                text(XML + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                        + " Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
                        + " PartName=\"/" + main + "\" ContentType=\"" + type + "\"/></Types>"));
        parts.put(
                "_rels/.rels",
                text(XML + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"rId1\" Type=\"" + RELATIONS + "/officeDocument\" Target=\"" + main
                        + "\"/></Relationships>"));
        parts.put(main, text(content));
        return parts;
    }

    static byte[] zip(Map<String, byte[]> parts) {
        var zip = new RawZip();
        parts.forEach(zip::deflated);
        return zip.bytes();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
