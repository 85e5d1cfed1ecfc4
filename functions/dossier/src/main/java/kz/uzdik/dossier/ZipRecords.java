package kz.uzdik.dossier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.uzdik.contest.dossier.ArchiveContents.Problem.Kind;

/**
 * The records that hold a ZIP archive together (APPNOTE 4.3), held against one another before anything is unpacked, so
 * that two programs cannot see two different archives in one file. Reads the end and the directory, never more than a
 * few megabytes.
 */
final class ZipRecords {

    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END64 = 0x06064b50;
    private static final int LOCATOR64 = 0x07064b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final int END64_LENGTH = 56;
    private static final int LOCATOR64_LENGTH = 20;
    private static final int ZIP64_FIELD = 1;
    private static final long OPEN_SHORT = 0xFFFFL;
    private static final long OPEN_INT = 0xFFFFFFFFL;
    /** Twice the longest comment, so that an end with something behind it is seen too. */
    private static final int TAIL = 2 * (END_LENGTH + 0xFFFF);
    /** What may lie between two files: fields of the local header alone, and a data descriptor. */
    private static final long WIDEST_GAP = 0xFFFF + 24L;

    private static final int MOST_DIRECTORY_BYTES = 4 * 1024 * 1024;

    private final SeekableByteChannel archive;
    private final long size;
    private final int mostEntries;

    private ZipRecords(SeekableByteChannel archive, int mostEntries) throws IOException {
        this.archive = archive;
        this.size = archive.size();
        this.mostEntries = mostEntries;
    }

    /**
     * What is wrong with {@code archive} as a whole; empty if its files can be read one by one.
     *
     * @param mostEntries how many files and folders it may hold
     */
    static Optional<Kind> fault(SeekableByteChannel archive, int mostEntries) throws IOException {
        try {
            new ZipRecords(archive, mostEntries).check();
            return Optional.empty();
        } catch (UnfitException e) {
            return Optional.of(e.kind());
        }
    }

    private void check() throws IOException {
        var tail = part(Math.max(0, size - TAIL), (int) Math.min(TAIL, size));
        var start = size - tail.limit();
        var ends = new ArrayList<Long>();
        for (var at = tail.limit() - END_LENGTH; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                ends.add(start + at);
            }
        }
        var last = ends.stream().filter(this::endsTheFile).findFirst();
        if (last.isEmpty()) {
            throw new UnfitException(withoutEnd(ends));
        }
        for (var end : ends) {
            if (!end.equals(last.get()) && startsDirectory(at(end, END_LENGTH).getInt(16) & OPEN_INT)) {
                throw new UnfitException(Kind.TWO_DIRECTORIES);
            }
        }
        files(directory(last.get()));
    }

    /** An end that some bytes follow; or none, or that of a document inside of an archive that is cut off. */
    private Kind withoutEnd(List<Long> ends) throws IOException {
        for (var end : ends) {
            var record = at(end, END_LENGTH);
            var offset = record.getInt(16) & OPEN_INT;
            if (offset + (record.getInt(12) & OPEN_INT) == end && startsDirectory(offset)) {
                return Kind.FOREIGN_DATA;
            }
        }
        return size >= 4 && part(0, 4).getInt(0) == LOCAL ? Kind.TRUNCATED : Kind.NOT_A_ZIP;
    }

    private boolean endsTheFile(long end) {
        try {
            return end + END_LENGTH + (at(end, END_LENGTH).getShort(20) & OPEN_SHORT) == size;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean startsDirectory(long offset) throws IOException {
        return offset + 4 <= size && part(offset, 4).getInt(0) == CENTRAL;
    }

    /** Where the directory lies, by the end record at {@code end} and, where there is one, its ZIP64 form. */
    private Directory directory(long end) throws IOException {
        var record = at(end, END_LENGTH);
        var small = new Directory(
                record.getShort(10) & OPEN_SHORT, record.getInt(12) & OPEN_INT, record.getInt(16) & OPEN_INT, end);
        require(record.getInt(4) == 0 && record.getShort(8) == record.getShort(10));
        var open = small.count == OPEN_SHORT || small.bytes == OPEN_INT || small.offset == OPEN_INT;
        var locator = end < LOCATOR64_LENGTH ? null : at(end - LOCATOR64_LENGTH, LOCATOR64_LENGTH);
        if (locator == null || locator.getInt(0) != LOCATOR64) {
            require(!open);
            return small;
        }
        var at = locator.getLong(8);
        require(at >= 0 && at <= end - LOCATOR64_LENGTH - END64_LENGTH);
        var large = at(at, END64_LENGTH);
        require(large.getInt(0) == END64 && at + 12 + large.getLong(4) == end - LOCATOR64_LENGTH);
        var found = new Directory(large.getLong(32), large.getLong(40), large.getLong(48), at);
        require(large.getLong(24) == found.count
                && agree(small.count, found.count, OPEN_SHORT)
                && agree(small.bytes, found.bytes, OPEN_INT)
                && agree(small.offset, found.offset, OPEN_INT));
        return found;
    }

    private static boolean agree(long small, long large, long open) {
        return small == open || small == large;
    }

    private void files(Directory directory) throws IOException {
        require(directory.count >= 0
                && directory.bytes >= 0
                && directory.offset >= 0
                && directory.bytes <= directory.end
                && directory.offset <= directory.end - directory.bytes);
        if (directory.count > mostEntries || directory.bytes > MOST_DIRECTORY_BYTES) {
            throw new UnfitException(Kind.TOO_MANY_ENTRIES);
        }
        if (directory.offset + directory.bytes < directory.end) {
            throw before(directory.end - directory.bytes - directory.offset);
        }
        var spans = spans(directory, at(directory.offset, (int) directory.bytes));
        spans.sort(Comparator.comparingLong(Span::from));
        if (directory.offset >= END_LENGTH
                && at(directory.offset - END_LENGTH, 4).getInt(0) == END
                && !isContent(directory.offset - END_LENGTH, spans)) {
            throw new UnfitException(Kind.TWO_DIRECTORIES);
        }
        var reached = 0L;
        for (var span : spans) {
            if (span.from < reached) {
                throw new UnfitException(Kind.OVERLAPPING_ENTRIES);
            }
            if (reached == 0 && span.from > 0) {
                throw before(span.from);
            }
            if (span.from - reached > WIDEST_GAP) {
                throw new UnfitException(Kind.FOREIGN_DATA);
            }
            reached = span.end;
        }
        if (directory.offset - reached > WIDEST_GAP) {
            throw new UnfitException(Kind.FOREIGN_DATA);
        }
    }

    /** Whether the end record at {@code end} is the last file's own: that of an office document that lies there unpacked. */
    private boolean isContent(long end, List<Span> spans) throws IOException {
        if (spans.isEmpty()) {
            return false;
        }
        var file = spans.getLast();
        var local = at(file.from, LOCAL_LENGTH);
        var start = file.from + LOCAL_LENGTH + (local.getShort(26) & 0xFFFF) + (local.getShort(28) & 0xFFFF);
        return start <= end && end + END_LENGTH <= start + file.packed;
    }

    /** The archive begins only at {@code start}: behind another one, or behind something else. */
    private UnfitException before(long start) throws IOException {
        var another = start >= END_LENGTH && at(start - END_LENGTH, 4).getInt(0) == END;
        return new UnfitException(another ? Kind.TWO_DIRECTORIES : Kind.FOREIGN_DATA);
    }

    private static List<Span> spans(Directory directory, ByteBuffer records) throws UnfitException {
        var spans = new ArrayList<Span>();
        var at = 0;
        while (at < records.limit()) {
            require(records.limit() - at >= CENTRAL_LENGTH && records.getInt(at) == CENTRAL);
            var name = records.getShort(at + 28) & 0xFFFF;
            var fields = records.getShort(at + 30) & 0xFFFF;
            var next = at + CENTRAL_LENGTH + name + fields + (records.getShort(at + 32) & 0xFFFF);
            require(next <= records.limit());
            spans.add(span(records, at, name, fields, directory.offset));
            at = next;
        }
        require(spans.size() == directory.count);
        return spans;
    }

    /** Where the file lies whose record starts at {@code at}; it must end before {@code limit}. */
    private static Span span(ByteBuffer records, int at, int name, int fields, long limit) throws UnfitException {
        var large = new Zip64(records.slice(at + CENTRAL_LENGTH + name, fields).order(ByteOrder.LITTLE_ENDIAN));
        var unpacked = large.or(records.getInt(at + 24) & OPEN_INT);
        var packed = large.or(records.getInt(at + 20) & OPEN_INT);
        var from = large.or(records.getInt(at + 42) & OPEN_INT);
        var encrypted = (records.getShort(at + 8) & 1) != 0;
        var stored = records.getShort(at + 10) == 0;
        require(unpacked >= 0 && packed >= 0 && from >= 0 && (!stored || encrypted || packed == unpacked));
        require(packed <= limit && from <= limit - packed - LOCAL_LENGTH - name);
        return new Span(from, from + LOCAL_LENGTH + name + packed, packed);
    }

    private static void require(boolean sound) throws UnfitException {
        if (!sound) {
            throw new UnfitException(Kind.FALSE_DIRECTORY);
        }
    }

    private ByteBuffer at(long position, int length) throws IOException {
        var part = part(position, length);
        require(part.limit() == length);
        return part;
    }

    /** Up to {@code length} bytes from {@code position}. */
    private ByteBuffer part(long position, int length) throws IOException {
        var bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        archive.position(position);
        while (bytes.hasRemaining() && archive.read(bytes) > 0) {
            // a channel may give less than asked for
        }
        return bytes.flip();
    }

    /** {@code end}: the position of the record that follows it. */
    private record Directory(long count, long bytes, long offset, long end) {}

    /** A file with its local header: the first byte, and the one after the last; {@code packed} bytes are its content. */
    private record Span(long from, long end, long packed) {}

    /** The values that did not fit into a record, in their order (APPNOTE 4.5.3). */
    private static final class Zip64 {

        private final ByteBuffer fields;
        private int next = -1;
        private int end;

        Zip64(ByteBuffer fields) {
            this.fields = fields;
        }

        /** {@code value}, or the next large one where it is left open. */
        long or(long value) throws UnfitException {
            if (value != OPEN_INT) {
                return value;
            }
            if (next < 0) {
                find();
            }
            require(end - next >= 8);
            next += 8;
            return fields.getLong(next - 8);
        }

        private void find() throws UnfitException {
            var at = 0;
            while (fields.limit() - at >= 4) {
                var length = fields.getShort(at + 2) & 0xFFFF;
                require(length <= fields.limit() - at - 4);
                if (fields.getShort(at) == ZIP64_FIELD) {
                    next = at + 4;
                    end = next + length;
                    return;
                }
                at += 4 + length;
            }
            throw new UnfitException(Kind.FALSE_DIRECTORY);
        }
    }
}
