package kz.uzdik.samples;

import static kz.uzdik.samples.HostileArchives.dossier;
import static kz.uzdik.samples.HostileArchives.picture;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Archives whose records lie. */
final class HostileStructures {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int MILLION = 1_000_000;

    private HostileStructures() {}

    static Map<String, Supplier<byte[]>> all() {
        var all = new LinkedHashMap<String, Supplier<byte[]>>();
        all.put("empty file", () -> new byte[0]);
        all.put("one byte", () -> new byte[] {'P'});
        all.put("random bytes", () -> random(50_000));
        all.put(
                "rar under the name of zip",
                () -> RawZip.join(new byte[] {'R', 'a', 'r', '!', 0x1A, 7, 0}, random(900)));
        all.put("gzip under the name of zip", () -> RawZip.join(new byte[] {0x1F, (byte) 0x8B, 8, 0}, random(900)));
        all.put("web page under the name of zip", () -> OfficeDocuments.text("<html>Мұрағат</html>".repeat(50)));
        all.put("cut in the middle", () -> cut(0.5));
        all.put("cut in the directory", () -> cut(0.98));
        all.put("last byte missing", () -> Arrays.copyOf(two().bytes(), two().bytes().length - 1));
        all.put("cut behind a document that is an archive", HostileStructures::cutBehindDocument);
        all.put("appended text", () -> with(zip -> zip.after = OfficeDocuments.text("қосымша")));
        all.put("appended program", () -> with(zip -> zip.after = RawZip.join(new byte[] {'M', 'Z'}, random(70_000))));
        all.put("prepended program", () -> with(zip -> zip.before = RawZip.join(new byte[] {'M', 'Z'}, random(900))));
        all.put(
                "prepended, offsets not adjusted",
                () -> with(zip -> {
                    zip.before = random(500);
                    zip.adjusted = false;
                }));
        all.put("data between files", () -> with(zip -> zip.entries.get(1).gap = random(200_000)));
        all.put("data before the directory", () -> with(zip -> zip.beforeDirectory = random(200_000)));
        all.put("data before the end", () -> with(zip -> zip.beforeEnd = random(40)));
        all.put(
                "two archives, one behind the other",
                () -> with(zip -> {
                    zip.before = two().bytes();
                    zip.adjusted = false;
                }));
        all.put("two archives, offsets adjusted", () -> with(zip -> zip.before = two().bytes()));
        all.put("an end in the comment", HostileStructures::endInComment);
        all.put("two directories for the same bytes", HostileStructures::twoDirectories);
        all.put("count too small", () -> with(zip -> zip.count = 1L));
        all.put("count too large", () -> with(zip -> zip.count = 9L));
        all.put("directory behind the end", () -> with(zip -> zip.directoryOffset = 900_000L));
        all.put("directory larger than the file", () -> with(zip -> zip.directoryBytes = 0x7FFFFFF0L));
        all.put("file behind the directory", () -> with(zip -> zip.entries.get(0).offset = 500_000L));
        all.put("packed size beyond the file", () -> with(zip -> zip.entries.get(1).packed = 0x7FFFFFFFL));
        all.put("stored with two sizes", () -> with(zip -> zip.entries.get(1).size += 7));
        all.put("ZIP64 announced and absent", () -> with(zip -> zip.count = 0xFFFFL));
        all.put("ZIP64 field absent", () -> with(zip -> zip.entries.get(1).size = RawZip.OPEN));
        all.put("ZIP64 size negative", () -> with(zip -> zip64(zip, -1)));
        all.put("ZIP64 size beyond all", () -> with(zip -> zip64(zip, Long.MAX_VALUE)));
        all.put(
                "ZIP64 end elsewhere",
                () -> with(zip -> {
                    zip.large = true;
                    zip.largeEnd = 3L;
                }));
        all.put(
                "ZIP64 end and end disagree",
                () -> with(zip -> {
                    zip.large = true;
                    zip.largeCount = 3L;
                }));
        all.put("two files of the same bytes", () -> with(zip -> zip.entries.get(1).offset = 0L));
        all.put("file within a file", HostileStructures::overlapping);
        all.put("bomb of overlapping files", HostileStructures::overlappingBomb);
        all.put("bomb of one file", () -> with(zip -> bomb(zip, 1, 80)));
        all.put("bomb of many files", () -> with(zip -> bomb(zip, 40, 80)));
        all.put("more than the directory admits", HostileStructures::moreThanAdmitted);
        all.put("fewer than the directory says", () -> with(zip -> zip.entries.get(0).size += 100));
        all.put("five thousand files", () -> many(5000, false));
        all.put("million files", () -> many(MILLION, false));
        all.put("million files, said to be ten", () -> many(MILLION, true));
        all.put("wrong checksum", () -> with(zip -> zip.entries.get(0).crc ^= 1));
        all.put("wrong checksum, stored", () -> with(zip -> zip.entries.get(1).crc ^= 0x40));
        all.put("broken deflate", () -> with(zip -> Arrays.fill(zip.entries.get(0).data, 4, 40, (byte) 0xFF)));
        all.put("unknown method", () -> with(zip -> zip.entries.get(0).method = 99));
        return all;
    }

    private static RawZip two() {
        var zip = dossier();
        zip.stored("2 Куәлік.png", picture(2));
        return zip;
    }

    private static byte[] with(Consumer<RawZip> trick) {
        var zip = two();
        trick.accept(zip);
        return zip.bytes();
    }

    private static byte[] cut(double share) {
        var bytes = two().bytes();
        return Arrays.copyOf(bytes, (int) (bytes.length * share));
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static byte[] cutBehindDocument() {
        var zip = two();
        zip.stored("3 Қызметтік тізім.docx", OfficeDocuments.docx(1, 0));
        var whole = zip.bytes();
        return Arrays.copyOf(whole, whole.length - 22 - 3 * 80);
    }

    private static byte[] endInComment() {
        var other = dossier().bytes();
        return with(zip -> zip.comment = Arrays.copyOfRange(other, other.length - 22, other.length));
    }

    /** The first directory shows one file, the second, which counts, two. */
    private static byte[] twoDirectories() {
        var first = dossier();
        var files = first.bytes();
        var directory = files.length - 22 - 46 - first.entries.getFirst().name.length;
        return with(zip -> zip.beforeDirectory = Arrays.copyOfRange(files, directory, files.length));
    }

    private static void zip64(RawZip zip, long size) {
        var entry = zip.entries.get(1);
        entry.fields = RawZip.field(1, RawZip.longs(size));
        entry.size = RawZip.OPEN;
    }

    /** The second file lies in the first one's bytes, as in a picture that is an archive too. */
    private static byte[] overlapping() {
        var inner = dossier().bytes();
        var zip = new RawZip();
        zip.stored("1 Өтініш.pdf", inner);
        var entry = zip.stored("2 Куәлік.png", picture(2));
        entry.offset = 30L + zip.entries.get(0).name.length;
        return zip.bytes();
    }

    /** As in Fifield's «better zip bomb»: every file is the rest of the archive. */
    private static byte[] overlappingBomb() {
        var content = new byte[10 * MEGABYTE];
        var packed = RawZip.deflate(content);
        var zip = dossier();
        var kernel = zip.packed("3.pdf", packed, content);
        for (var i = 0; i < 200; i++) {
            var entry = zip.packed("сурет" + i + ".pdf", new byte[0], content);
            entry.packed = kernel.packed;
            entry.offset = 2100L;
        }
        return zip.bytes();
    }

    private static void bomb(RawZip zip, int files, int megabytes) {
        var content = new byte[megabytes * MEGABYTE];
        var packed = RawZip.deflate(content);
        for (var i = 0; i < files; i++) {
            zip.packed("слайдтар " + i + ".pdf", packed, content);
        }
    }

    private static byte[] moreThanAdmitted() {
        return with(zip -> {
            bomb(zip, 1, 40);
            zip.entries.getLast().size = 10;
        });
    }

    /** Records that all name the same empty file: nothing but directory. */
    private static byte[] many(int files, boolean hidden) {
        var zip = dossier();
        var end = new ByteArrayOutputStream();
        for (var i = 0; i < files; i++) {
            end.write(0x50);
            end.write(0x4b);
            end.write(1);
            end.write(2);
            end.writeBytes(new byte[24]);
            end.write(7);
            end.writeBytes(new byte[17]);
            end.writeBytes(OfficeDocuments.text("f%06d".formatted(i % MILLION)));
        }
        zip.beforeEnd = end.toByteArray();
        zip.directoryBytes = zip.beforeEnd.length + 46L + zip.entries.getFirst().name.length;
        zip.large = files > 0xFFFF;
        zip.count = hidden ? 10L : files + 1L;
        return zip.bytes();
    }
}
