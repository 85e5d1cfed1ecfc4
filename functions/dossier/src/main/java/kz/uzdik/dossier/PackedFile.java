package kz.uzdik.dossier;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.Collections;
import java.util.Optional;
import kz.uzdik.files.ThreatException;
import kz.uzdik.files.UnreachableException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Where in an archive a file lies, and how it is packed.
 *
 * @param from position of its first byte
 * @param packedBytes how many bytes it takes in the archive
 * @param bytes how many it has unpacked, as the archive's directory says
 * @param crc CRC-32 of those
 * @param deflated whether it is compressed; if not, it lies there as it is
 */
record PackedFile(long from, long packedBytes, long bytes, long crc, boolean deflated) {

    private static final int MOST_ENTRIES = 1000;

    /**
     * Finds the file shown as {@code name} in {@code archive}, which is closed then. Empty where there is none, or where
     * the archive is not sound, the file encrypted, or packed in a way that nobody here unpacks.
     */
    static Optional<PackedFile> find(SeekableByteChannel archive, String name) {
        try {
            if (ZipRecords.fault(archive, MOST_ENTRIES).isPresent()) {
                archive.close();
                return Optional.empty();
            }
            try (var zip = ZipFile.builder()
                    .setSeekableByteChannel(archive)
                    .setIgnoreLocalFileHeader(true)
                    .get()) {
                for (var entry : Collections.list(zip.getEntries())) {
                    if (isCalled(name, entry)) {
                        return of(zip, entry);
                    }
                }
                return Optional.empty();
            }
        } catch (UnreachableException | ThreatException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isCalled(String name, ZipArchiveEntry entry) {
        var called = EntryName.of(entry);
        return called.fault().isEmpty() && !called.isFolder() && called.shown().equals(name);
    }

    private static Optional<PackedFile> of(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        var deflated = entry.getMethod() == ZipArchiveEntry.DEFLATED;
        var known = deflated || entry.getMethod() == ZipArchiveEntry.STORED;
        if (!known || entry.getGeneralPurposeBit().usesEncryption()) {
            return Optional.empty();
        }
        try (var raw = zip.getRawInputStream(entry)) {
            return raw == null
                    ? Optional.empty()
                    : Optional.of(new PackedFile(
                            entry.getDataOffset(),
                            entry.getCompressedSize(),
                            entry.getSize(),
                            entry.getCrc(),
                            deflated));
        }
    }
}
