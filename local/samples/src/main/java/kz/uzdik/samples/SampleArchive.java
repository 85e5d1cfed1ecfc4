package kz.uzdik.samples;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** A ZIP archive in the making. */
final class SampleArchive {

    private static final Instant TIME = Instant.parse("2027-01-15T09:00:00Z");
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;

    private final Naming naming;
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private String padded = "";
    private long padding;

    SampleArchive(Naming naming) {
        this.naming = naming;
    }

    /** {@code name} goes on with {@code bytes} zeros. */
    void pad(String name, long bytes) {
        padded = name;
        padding = bytes;
    }

    void add(String name, byte[] content) {
        files.put(name, content);
    }

    /** The archive as any program packs it: films stored, documents deflated. */
    byte[] plain() {
        return write(false);
    }

    /** The archive with every file encrypted. */
    byte[] encrypted() {
        return markEncrypted(write(true));
    }

    private byte[] write(boolean encrypt) {
        var channel = new SeekableInMemoryByteChannel();
        write(channel, encrypt);
        return java.util.Arrays.copyOf(channel.array(), Math.toIntExact(channel.size()));
    }

    /** Writes the archive into {@code channel}, which is closed. */
    void write(SeekableByteChannel channel, boolean encrypt) {
        try (var zip = new ZipArchiveOutputStream(channel)) {
            zip.setEncoding(naming == Naming.RUSSIAN_CP866 ? "IBM866" : "UTF-8");
            for (var file : files.entrySet()) {
                var entry = new ZipArchiveEntry(file.getKey());
                entry.setLastModifiedTime(FileTime.from(TIME));
                if (encrypt) {
                    addEncrypted(zip, entry, file.getValue());
                } else {
                    entry.setMethod(file.getKey().endsWith(".mp4") ? ZipArchiveEntry.STORED : ZipArchiveEntry.DEFLATED);
                    zip.putArchiveEntry(entry);
                    zip.write(file.getValue());
                    if (file.getKey().equals(padded)) {
                        pad(zip);
                    }
                    zip.closeArchiveEntry();
                }
            }
            zip.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void pad(ZipArchiveOutputStream zip) throws IOException {
        var block = new byte[1 << 20];
        for (var left = padding; left > 0; left -= block.length) {
            zip.write(block, 0, (int) Math.min(left, block.length));
        }
    }

    private static void addEncrypted(ZipArchiveOutputStream zip, ZipArchiveEntry entry, byte[] content)
            throws IOException {
        var crc = new CRC32();
        crc.update(content);
        var secret = new ZipCipher("құпия").encrypt(content, crc.getValue());
        entry.setMethod(ZipArchiveEntry.STORED);
        entry.setCrc(crc.getValue());
        entry.setSize(content.length);
        entry.setCompressedSize(secret.length);
        zip.addRawArchiveEntry(entry, new ByteArrayInputStream(secret));
    }

    /** Sets the bit «encrypted», which the library does not write, in the headers of all entries. */
    private static byte[] markEncrypted(byte[] archive) {
        var zip = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
        var end = archive.length - 22;
        if (zip.getInt(end) != END) {
            throw new IllegalStateException("an archive ends with its directory");
        }
        var at = zip.getInt(end + 16);
        while (zip.getInt(at) == CENTRAL) {
            mark(zip, at + 8);
            mark(zip, zip.getInt(at + 42) + 6);
            at += 46 + zip.getShort(at + 28) + zip.getShort(at + 30) + zip.getShort(at + 32);
        }
        return archive;
    }

    private static void mark(ByteBuffer zip, int flags) {
        zip.putShort(flags, (short) (zip.getShort(flags) | 1));
    }
}
