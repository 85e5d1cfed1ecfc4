package kz.uzdik.dossier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/** How a ZIP archive begins and ends. */
final class ZipEnds {

    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int END_RECORD = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;

    private ZipEnds() {}

    /** Whether {@code archive} begins with a file. */
    static boolean beginsAsZip(SeekableByteChannel archive) {
        var start = part(archive, 0, 4);
        return start.limit() == 4 && start.getInt(0) == LOCAL_HEADER;
    }

    /**
     * Whether {@code archive} ends with an end record. One further inside does not count: it may be that of a document,
     * most of which are archives themselves, in an archive whose own end is cut off.
     */
    static boolean endsAsZip(SeekableByteChannel archive) {
        var last = part(archive, -END_LENGTH, END_LENGTH);
        if (endsAt(last, 0)) {
            return true;
        }
        var tail = part(archive, -(END_LENGTH + LONGEST_COMMENT), END_LENGTH + LONGEST_COMMENT);
        for (var at = tail.limit() - END_LENGTH; at >= 0; at--) {
            if (endsAt(tail, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsAt(ByteBuffer tail, int at) {
        return tail.limit() - at >= END_LENGTH
                && tail.getInt(at) == END_RECORD
                && (tail.getShort(at + 20) & 0xFFFF) == tail.limit() - at - END_LENGTH;
    }

    /** Up to {@code length} bytes from {@code position}, counted from the end where it is negative. */
    private static ByteBuffer part(SeekableByteChannel archive, int position, int length) {
        try {
            var bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
            archive.position(position < 0 ? Math.max(0, archive.size() + position) : position);
            while (bytes.hasRemaining() && archive.read(bytes) > 0) {
                // a channel may give less than asked for
            }
            return bytes.flip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
