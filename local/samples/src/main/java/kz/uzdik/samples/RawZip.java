package kz.uzdik.samples;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** A ZIP archive written record by record (APPNOTE 4.3), so that any of them can lie. */
final class RawZip {

    static final int UTF8 = 0x0800;
    static final int ENCRYPTED = 1;
    static final int DESCRIPTOR = 8;
    static final long OPEN = 0xFFFFFFFFL;

    final List<Entry> entries = new ArrayList<>();
    byte[] before = new byte[0];
    byte[] beforeDirectory = new byte[0];
    byte[] beforeEnd = new byte[0];
    byte[] comment = new byte[0];
    byte[] after = new byte[0];

    @Nullable
    Long count;

    @Nullable
    Long directoryOffset;

    @Nullable
    Long directoryBytes;
    /** Whether the end comes in its ZIP64 form too. */
    boolean large;

    @Nullable
    Long largeCount;
    /** Where the ZIP64 end is said to be. */
    @Nullable
    Long largeEnd;
    /** Whether offsets count from the first byte, {@link #before} included, as they should. */
    boolean adjusted = true;

    /** A file: what is written, and what is said of it. */
    static final class Entry {

        byte[] name;
        byte @Nullable [] localName;
        int flags = UTF8;
        int method;
        int madeBy = 20;
        long attributes;
        long crc;
        long size;
        long packed;
        byte[] data;
        byte[] fields = new byte[0];
        byte[] localFields = new byte[0];
        byte[] gap = new byte[0];

        @Nullable
        Long offset;

        private Entry(String name, byte[] data, byte[] content, int method) {
            this.name = name.getBytes(StandardCharsets.UTF_8);
            this.data = data;
            this.method = method;
            size = content.length;
            packed = data.length;
            crc = crc(content);
        }
    }

    /** Adds a file as it is. */
    Entry stored(String name, byte[] content) {
        return add(new Entry(name, content, content, 0));
    }

    /** Adds a file, deflated. */
    Entry deflated(String name, byte[] content) {
        return add(new Entry(name, deflate(content), content, 8));
    }

    /** Adds a file deflated already. */
    Entry packed(String name, byte[] data, byte[] content) {
        return add(new Entry(name, data, content, 8));
    }

    private Entry add(Entry entry) {
        entries.add(entry);
        return entry;
    }

    /** The archive. */
    byte[] bytes() {
        var out = new ByteArrayOutputStream();
        var directory = new ByteArrayOutputStream();
        out.writeBytes(before);
        var shift = adjusted ? 0 : before.length;
        for (var entry : entries) {
            out.writeBytes(entry.gap);
            directory.writeBytes(central(entry, entry.offset == null ? out.size() - shift : entry.offset));
            out.writeBytes(local(entry));
        }
        out.writeBytes(beforeDirectory);
        var offset = directoryOffset == null ? out.size() - shift : directoryOffset;
        var bytes = directoryBytes == null ? directory.size() : directoryBytes;
        var said = count == null ? entries.size() : count;
        out.writeBytes(directory.toByteArray());
        out.writeBytes(beforeEnd);
        if (large) {
            var at = largeEnd == null ? out.size() : largeEnd;
            out.writeBytes(largeEnd(largeCount == null ? said : largeCount, bytes, offset, at));
        }
        out.writeBytes(end(said, bytes, offset));
        out.writeBytes(comment);
        out.writeBytes(after);
        return out.toByteArray();
    }

    private static byte[] local(Entry entry) {
        var name = entry.localName == null ? entry.name : entry.localName;
        var descriptor = (entry.flags & DESCRIPTOR) != 0;
        var header = buffer(30)
                .putInt(0x04034b50)
                .putShort((short) 20)
                .putShort((short) entry.flags)
                .putShort((short) entry.method)
                .putInt(0x5A21_4800)
                .putInt(descriptor ? 0 : (int) entry.crc)
                .putInt(descriptor ? 0 : (int) entry.packed)
                .putInt(descriptor ? 0 : (int) entry.size)
                .putShort((short) name.length)
                .putShort((short) entry.localFields.length);
        var trailer = buffer(16)
                .putInt(0x08074b50)
                .putInt((int) entry.crc)
                .putInt((int) entry.packed)
                .putInt((int) entry.size);
        return join(bytes(header), name, entry.localFields, entry.data, descriptor ? bytes(trailer) : new byte[0]);
    }

    private static byte[] central(Entry entry, long offset) {
        var record = buffer(46)
                .putInt(0x02014b50)
                .putShort((short) entry.madeBy)
                .putShort((short) 20)
                .putShort((short) entry.flags)
                .putShort((short) entry.method)
                .putInt(0x5A21_4800)
                .putInt((int) entry.crc)
                .putInt((int) entry.packed)
                .putInt((int) entry.size)
                .putShort((short) entry.name.length)
                .putShort((short) entry.fields.length)
                .putShort((short) 0)
                .putInt(0)
                .putInt((int) entry.attributes)
                .putInt((int) offset);
        return join(bytes(record), entry.name, entry.fields);
    }

    private static byte[] largeEnd(long count, long bytes, long offset, long at) {
        return bytes(buffer(76)
                .putInt(0x06064b50)
                .putLong(44)
                .putShort((short) 45)
                .putShort((short) 45)
                .putLong(0)
                .putLong(count)
                .putLong(count)
                .putLong(bytes)
                .putLong(offset)
                .putInt(0x07064b50)
                .putInt(0)
                .putLong(at)
                .putInt(1));
    }

    private byte[] end(long said, long bytes, long offset) {
        var number = (short) (large ? Math.min(said, 0xFFFF) : said);
        return bytes(buffer(22)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort(number)
                .putShort(number)
                .putInt((int) bytes)
                .putInt((int) offset)
                .putShort((short) comment.length));
    }

    static byte[] deflate(byte[] content) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(content);
        deflater.finish();
        var out = new ByteArrayOutputStream();
        var block = new byte[64 * 1024];
        while (!deflater.finished()) {
            out.write(block, 0, deflater.deflate(block));
        }
        deflater.end();
        return out.toByteArray();
    }

    static long crc(byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }

    /** An extra field of a record (APPNOTE 4.5). */
    static byte[] field(int id, byte[] content) {
        return join(bytes(buffer(4).putShort((short) id).putShort((short) content.length)), content);
    }

    static byte[] longs(long... values) {
        var bytes = buffer(8 * values.length);
        for (var value : values) {
            bytes.putLong(value);
        }
        return bytes(bytes);
    }

    static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(ByteBuffer written) {
        var bytes = new byte[written.flip().remaining()];
        written.get(bytes);
        return bytes;
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
