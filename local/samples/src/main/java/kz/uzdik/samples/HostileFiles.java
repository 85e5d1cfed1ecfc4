package kz.uzdik.samples;

import static kz.uzdik.samples.HostileArchives.dossier;
import static kz.uzdik.samples.HostileArchives.picture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/** Archives with a file that is not what it says, or acts when it is opened. */
final class HostileFiles {

    private static final int MEGABYTE = 1024 * 1024;
    private static final byte[] COMPOUND_FILE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    private HostileFiles() {}

    static Map<String, Supplier<byte[]>> all() {
        var all = new LinkedHashMap<String, Supplier<byte[]>>();
        all.put("encrypted file", () -> encrypted("2 Куәлік.png"));
        all.put("encrypted file of no item", () -> encrypted("басқа.txt"));
        all.put("PDF with a password", () -> holding("2 Куәлік.pdf", locked()));
        all.put("Word with a password", () -> holding("2 Куәлік.docx", compound("EncryptedPackage")));
        all.put("old Word as docx", () -> holding("2 Куәлік.docx", compound("WordDocument")));
        all.put(
                "program as PDF",
                () -> holding("2 Куәлік.pdf", text("MZ\u0090 This program cannot be run in DOS mode")));
        all.put("picture as PDF", () -> holding("2 Куәлік.pdf", picture(3)));
        all.put("PDF as picture", () -> holding("2 Куәлік.jpg", text("%PDF-1.7 емес")));
        all.put("Word as Excel", () -> holding("5 Көрсеткіш.xlsx", OfficeDocuments.docx(1, 0)));
        all.put(
                "archive as PowerPoint",
                () -> holding("6 Слайдтар.pptx", dossier().bytes()));
        all.put("broken PDF", () -> holding("2 Куәлік.pdf", text("%PDF-1.4 and so on")));
        all.put("PowerPoint without slides", () -> holding("6 Слайдтар.pptx", OfficeDocuments.pptx(0)));
        all.put("Word cut off", () -> holding("2 Куәлік.docx", cutDocument()));
        all.put("text as film", () -> holding("7 Бейнеролик.mp4", text("бұл бейне емес".repeat(20))));
        all.put("macros in docx", () -> holding("2 Куәлік.docx", docxWith("word/vbaProject.bin", "Sub AutoOpen()")));
        all.put("ActiveX in docx", () -> holding("2 Куәлік.docx", docxWith("word/activeX/activeX1.bin", "x")));
        all.put("macros by extension", () -> holding("4 Сауалнама.docm", OfficeDocuments.docx(1, 0)));
        all.put("entities in docx", () -> holding("2 Куәлік.docx", docxWith("word/document.xml", laughs())));
        all.put("bomb in docx", () -> holding("2 Куәлік.docx", bombDocument()));
        all.put("overlapping parts in docx", () -> holding("2 Куәлік.docx", overlappingParts()));
        all.put("script in PDF", () -> holding("2 Куәлік.pdf", pdf(HostileFiles::scriptOnOpening)));
        all.put("script behind a link in PDF", () -> holding("2 Куәлік.pdf", pdf(HostileFiles::scriptBehindLink)));
        all.put("PDF that starts a program", () -> holding("2 Куәлік.pdf", pdf(HostileFiles::launch)));
        all.put("script in SVG", () -> holding("сурет.svg", text("<svg><script>alert(1)</script></svg>")));
        all.put("handler in SVG", () -> holding("сурет.svg", text("<svg><g onload = 'alert(1)'/></svg>")));
        all.put("entity in SVG", () -> holding("сурет.svg", text("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>")));
        all.put("script in HTML", () -> holding("бет.html", text("<a href=\"JavaScript:alert(1)\">басыңыз</a>")));
        all.put(
                "script in HTML of two bytes",
                () -> holding("бет.htm", "\uFEFF<script>1</script>".getBytes(StandardCharsets.UTF_16LE)));
        all.put("program", () -> holding("орнату.exe", text("MZ")));
        all.put("shortcut", () -> holding("2 Куәлік.pdf.lnk", text("L")));
        all.put(
                "archive in the archive",
                () -> holding("құжаттар.zip", dossier().bytes()));
        all.put("bomb six archives deep", HostileFiles::deep);
        return all;
    }

    private static byte[] holding(String name, byte[] content) {
        var zip = dossier();
        zip.deflated(name, content);
        return zip.bytes();
    }

    private static byte[] encrypted(String name) {
        var zip = dossier();
        zip.stored(name, picture(2)).flags |= RawZip.ENCRYPTED;
        return zip.bytes();
    }

    private static byte[] compound(String stream) {
        return RawZip.join(COMPOUND_FILE, new byte[1000], stream.getBytes(StandardCharsets.UTF_16LE), new byte[500]);
    }

    private static byte[] cutDocument() {
        var whole = OfficeDocuments.docx(1, 0);
        return java.util.Arrays.copyOf(whole, whole.length / 2);
    }

    private static byte[] docxWith(String part, String content) {
        var parts = OfficeDocuments.docxParts(1, 0);
        parts.put(part, text(content));
        return OfficeDocuments.zip(parts);
    }

    private static String laughs() {
        return "<?xml version=\"1.0\"?><!DOCTYPE w:document [<!ENTITY a \"аааааааааа\"><!ENTITY b"
                + " \"&a;&a;&a;&a;\">]><w:document>&b;</w:document>";
    }

    private static byte[] bombDocument() {
        var content = new byte[100 * MEGABYTE];
        var packed = RawZip.deflate(content);
        var zip = new RawZip();
        OfficeDocuments.docxParts(1, 0).forEach(zip::deflated);
        for (var i = 0; i < 6; i++) {
            zip.packed("word/media/image" + i + ".png", packed, content);
        }
        return zip.bytes();
    }

    private static byte[] overlappingParts() {
        var zip = new RawZip();
        OfficeDocuments.docxParts(1, 0).forEach(zip::deflated);
        zip.entries.getLast().offset = 0L;
        return zip.bytes();
    }

    private static byte[] deep() {
        var content = new byte[50 * MEGABYTE];
        var zip = new RawZip();
        zip.deflated("нөл.bin", content);
        for (var level = 0; level < 5; level++) {
            var outer = new RawZip();
            for (var copy = 0; copy < 4; copy++) {
                outer.deflated("деңгей%d-%d.zip".formatted(level, copy), zip.bytes());
            }
            zip = outer;
        }
        return zip.bytes();
    }

    /** Makes a document of one page act. */
    private interface Trap {

        void set(PDDocument document, PDPage page) throws IOException;
    }

    private static byte[] pdf(Trap trap) {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            trap.set(document, page);
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void scriptOnOpening(PDDocument document, PDPage page) {
        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('Сәлем')"));
    }

    private static void scriptBehindLink(PDDocument document, PDPage page) throws IOException {
        var action = new COSDictionary();
        action.setItem(COSName.S, COSName.getPDFName("JavaScript"));
        action.setString(COSName.JS, "app.alert('Сәлем')");
        var link = new PDAnnotationLink();
        link.getCOSObject().setItem(COSName.A, action);
        page.getAnnotations().add(link);
    }

    private static void launch(PDDocument document, PDPage page) throws IOException {
        var action = new PDActionLaunch();
        action.setF("cmd.exe");
        document.getDocumentCatalog().setOpenAction(action);
    }

    private static byte[] locked() {
        return pdf((document, page) ->
                document.protect(new StandardProtectionPolicy("иесі", "құпия", new AccessPermission())));
    }

    private static byte[] saved(PDDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private static byte[] text(String text) {
        return OfficeDocuments.text(text);
    }
}
