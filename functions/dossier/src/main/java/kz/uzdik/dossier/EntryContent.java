package kz.uzdik.dossier;

import java.io.IOException;
import java.util.zip.CRC32;
import kz.uzdik.contest.dossier.ArchiveContents.Problem.Kind;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** The whole content of a file in an archive. */
final class EntryContent {

    private EntryContent() {}

    /**
     * The bytes of {@code entry}, which must be as many and have the checksum that the directory says; never more are
     * unpacked. The caller sees to it that they are not too many.
     */
    static byte[] of(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        try (var in = zip.getInputStream(entry)) {
            if (in == null) {
                throw new UnfitException(Kind.UNREADABLE_ENTRY);
            }
            var content = in.readNBytes((int) entry.getSize() + 1);
            var crc = new CRC32();
            crc.update(content);
            if (content.length != entry.getSize() || crc.getValue() != entry.getCrc()) {
                throw new UnfitException(Kind.DAMAGED);
            }
            return content;
        }
    }
}
