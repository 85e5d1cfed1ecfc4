package kz.uzdik.samples;

import static kz.uzdik.samples.HostileArchives.dossier;
import static kz.uzdik.samples.HostileArchives.picture;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Archives with a file whose name or attributes are a trap for who unpacks it. */
final class HostileNames {

    private static final int UNIX = 3 << 8 | 20;

    private HostileNames() {}

    static Map<String, Supplier<byte[]>> all() {
        var all = new LinkedHashMap<String, Supplier<byte[]>>();
        all.put("parent folder", () -> named("../2 Куәлік.png"));
        all.put("parent folder inside", () -> named("a/../../2 Куәлік.png"));
        all.put("parent folder by backslash", () -> named("..\\..\\2 Куәлік.png"));
        all.put("no name", () -> named(" "));
        all.put("root", () -> named("/etc/cron.d/2 Куәлік.png"));
        all.put("drive", () -> named("C:\\Windows\\2 Куәлік.png"));
        all.put("drive without folder", () -> named("c:2 Куәлік.png"));
        all.put("network share", () -> named("\\\\server\\c$\\2 Куәлік.png"));
        all.put("device", () -> named("NUL"));
        all.put("device with extension", () -> named("құжат/com1.png"));
        all.put("device with blank", () -> named("aux .png"));
        all.put("stream behind a colon", () -> named("2 Куәлік.png:скрипт.js"));
        all.put("line break", () -> named("2 Куәлік.png\n3 Тізім.png"));
        all.put("nul character", () -> named("2 Куәлік.exe\0.png"));
        all.put("escape sequence", () -> named("\u001b[31m2 Куәлік.png"));
        all.put("right-to-left override", () -> named("2 Куәлік\u202Egnp.exe"));
        all.put("right-to-left letters", () -> named("2 Куәлік \u05D0\u05D1.png"));
        all.put("isolate", () -> named("2 \u2066Куәлік\u2069.png"));
        all.put("same name twice", () -> named("1 Өтініш.png"));
        all.put("same name but for case", () -> named("1 ӨТІНІШ.PNG"));
        all.put("same name by other slash", HostileNames::slashes);
        all.put("same name in another form", HostileNames::forms);
        all.put("symbolic link", () -> special(0120777, "/etc/passwd"));
        all.put("device file", () -> special(0020666, ""));
        all.put("pipe", () -> special(0010644, ""));
        all.put("folder with content", () -> named("2 Куәлік.png/"));
        return all;
    }

    private static byte[] named(String name) {
        var zip = dossier();
        zip.stored(name, picture(2));
        return zip.bytes();
    }

    private static byte[] slashes() {
        var zip = dossier();
        zip.stored("а/2 Куәлік.png", picture(2));
        zip.stored("а\\2 Куәлік.png", picture(3));
        return zip.bytes();
    }

    /** й is one character, or и with a breve over it. */
    private static byte[] forms() {
        var zip = dossier();
        zip.stored("бай.png", picture(2));
        zip.stored("баи\u0306.png", picture(3));
        return zip.bytes();
    }

    private static byte[] special(int mode, String content) {
        var zip = dossier();
        var entry = zip.stored("2 Куәлік.png", OfficeDocuments.text(content));
        entry.madeBy = UNIX;
        entry.attributes = (long) mode << 16;
        return zip.bytes();
    }
}
