package kz.uzdik.dossier;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kz.uzdik.contest.dossier.ArchiveContents.Problem.Kind;

/** Files that have no place in a dossier, told by their extension, or that act when they are opened. */
final class FileDangers {

    private static final Set<String> ARCHIVES = Set.of(
            "zip", "rar", "7z", "gz", "tgz", "bz2", "xz", "zst", "tar", "cab", "arj", "lzh", "iso", "img", "vhd");
    private static final Set<String> PROGRAMS = Set.of(
            "exe", "com", "scr", "pif", "cpl", "dll", "msi", "msix", "bat", "cmd", "ps1", "vbs", "vbe", "js", "jse",
            "wsf", "wsh", "hta", "jar", "lnk", "url", "reg", "sh", "chm", "apk", "app", "scf", "inf");
    private static final Set<String> WITH_MACROS =
            Set.of("docm", "dotm", "xlsm", "xltm", "xlsb", "xlam", "pptm", "potm", "ppsm", "ppam");
    private static final Set<String> MARKUP = Set.of("svg", "htm", "html", "xhtml", "mht", "mhtml", "xml");
    private static final Pattern ACTS = Pattern.compile(
            "<\\s*(?:\\w+:)?(?:script|iframe|object|embed|foreignObject)\\b|[\\s\"'/]on[a-z]{3,}\\s*=|(?:java|vb)script\\s*:"
                    + "|<!\\s*ENTITY|<\\?xml-stylesheet",
            Pattern.CASE_INSENSITIVE);

    private FileDangers() {}

    /** What speaks against a file with {@code extension} whatever is in it. */
    static Optional<Kind> of(String extension) {
        if (ARCHIVES.contains(extension)) {
            return Optional.of(Kind.NESTED_ARCHIVE);
        }
        if (PROGRAMS.contains(extension)) {
            return Optional.of(Kind.PROGRAM);
        }
        return WITH_MACROS.contains(extension) ? Optional.of(Kind.MACROS) : Optional.empty();
    }

    /** Whether files with {@code extension} may hold a script, so that their content has to be looked at. */
    static boolean isMarkup(String extension) {
        return MARKUP.contains(extension);
    }

    /** Whether {@code markup} holds a script, or loads what may be one. */
    static boolean acts(byte[] markup) {
        var wide = markup.length > 1 && (markup[0] == 0 || markup[1] == 0 || (markup[0] & 0xFE) == 0xFE);
        var text = new String(markup, StandardCharsets.ISO_8859_1);
        return ACTS.matcher(wide ? text.replace("\0", "") : text).find();
    }
}
