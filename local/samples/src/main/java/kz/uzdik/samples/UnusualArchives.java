package kz.uzdik.samples;

import static kz.uzdik.samples.HostileArchives.dossier;
import static kz.uzdik.samples.HostileArchives.picture;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Archives as programs and people really make them; each is honest. */
final class UnusualArchives {

    private static final Charset WINDOWS = Charset.forName("IBM866");

    private UnusualArchives() {}

    static Map<String, Supplier<byte[]>> all() {
        var all = new LinkedHashMap<String, Supplier<byte[]>>();
        all.put("honest", () -> with("2 Куәлік.png", zip -> {}));
        all.put("honest: UTF-8 without saying so", () -> with("2 Куәлік.png", zip -> zip.entries.get(1).flags = 0));
        all.put(
                "honest: code page 866",
                () -> with("2 Удостоверение.png", zip -> {
                    zip.entries.get(1).flags = 0;
                    zip.entries.get(1).name = "2 Удостоверение.png".getBytes(WINDOWS);
                }));
        all.put("honest: name in an extra field", UnusualArchives::unicodeField);
        all.put("honest: Latin look-alikes", () -> with("2 Kуәлiк.png", zip -> {}));
        all.put(
                "honest: decomposed letters",
                () -> with(Normalizer.normalize("2 Жеке куәлік көшірмесі й.png", Normalizer.Form.NFD), zip -> {}));
        all.put(
                "honest: folders",
                () -> with("Әкім/2 Куәлік/скан.png", zip -> {
                    zip.stored("Әкім/", new byte[0]);
                    zip.stored("Әкім/2 Куәлік/", new byte[0]);
                }));
        all.put("honest: backslashes", () -> with("Әкім\\2 Куәлік.png", zip -> {}));
        all.put(
                "honest: leftovers of a file manager",
                () -> with("2 Куәлік.png", zip -> {
                    zip.stored("__MACOSX/._2 Куәлік.png", new byte[] {0, 5, 22, 7});
                    zip.stored(".DS_Store", new byte[] {0, 0, 0, 1});
                    zip.stored("Thumbs.db", new byte[] {1});
                }));
        all.put(
                "honest: sizes behind the content",
                () -> with("2 Куәлік.png", zip -> {
                    zip.entries.get(0).flags |= RawZip.DESCRIPTOR;
                    zip.entries.get(1).flags |= RawZip.DESCRIPTOR;
                }));
        all.put("honest: ZIP64 end", () -> with("2 Куәлік.png", zip -> zip.large = true));
        all.put(
                "honest: ZIP64 sizes",
                () -> with("2 Куәлік.png", zip -> {
                    var entry = zip.entries.get(1);
                    entry.fields = RawZip.field(1, RawZip.longs(entry.size));
                    entry.size = RawZip.OPEN;
                }));
        all.put(
                "honest: comment",
                () -> with("2 Куәлік.png", zip -> zip.comment = OfficeDocuments.text("Өрнек округі")));
        all.put(
                "honest: aligned content",
                () -> with(
                        "2 Куәлік.png", zip -> zip.entries.get(1).localFields = RawZip.field(0xD935, new byte[4000])));
        all.put(
                "honest: times of Unix",
                () -> with("2 Куәлік.png", zip -> {
                    zip.entries.get(1).madeBy = 3 << 8 | 30;
                    zip.entries.get(1).attributes = 0100644L << 16;
                    zip.entries.get(1).fields = RawZip.field(0x5455, new byte[] {1, 0, 0, 0, 0});
                }));
        all.put(
                "honest: many photographs",
                () -> with("2 Куәлік.png", zip -> {
                    for (var i = 0; i < 900; i++) {
                        zip.stored("фото/%d.heic".formatted(i), new byte[] {1, 2});
                    }
                }));
        all.put(
                "honest: drawing without scripts",
                () -> with(
                        "2 Куәлік.png",
                        zip -> zip.stored(
                                "сурет.svg", OfficeDocuments.text("<svg><text font-size='9'>Ауыл on=1</text></svg>"))));
        all.put("honest: Word", () -> with("2 Куәлік.docx", zip -> replace(zip, OfficeDocuments.docx(2, 1))));
        all.put("honest: PowerPoint", () -> with("6 Слайдтар.pptx", zip -> replace(zip, OfficeDocuments.pptx(5))));
        all.put(
                "honest: Word unpacked, as the last file",
                () -> with("2 Куәлік.png", zip -> zip.stored("3 Қызметтік тізім.docx", OfficeDocuments.docx(1, 0))));
        all.put("honest: no files", () -> new RawZip().bytes());
        return all;
    }

    private static byte[] with(String name, Consumer<RawZip> change) {
        var zip = dossier();
        zip.stored(name, picture(2));
        change.accept(zip);
        return zip.bytes();
    }

    private static void replace(RawZip zip, byte[] content) {
        var name = new String(zip.entries.removeLast().name, StandardCharsets.UTF_8);
        zip.deflated(name, content);
    }

    private static byte[] unicodeField() {
        return with("2 Куәлік.png", zip -> {
            var entry = zip.entries.get(1);
            var told = entry.name;
            entry.flags = 0;
            entry.name = "2 _______.png".getBytes(StandardCharsets.US_ASCII);
            var crc = (int) RawZip.crc(entry.name);
            entry.fields = RawZip.field(
                    0x7075,
                    RawZip.join(
                            new byte[] {1, (byte) crc, (byte) (crc >> 8), (byte) (crc >> 16), (byte) (crc >> 24)},
                            told));
        });
    }
}
