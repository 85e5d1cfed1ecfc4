package kz.uzdik.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/** A part of a channel as a stream that skips without reading. */
final class StoredContent extends InputStream {

    private final SeekableByteChannel channel;
    private long at;
    private final long end;

    /**
     * The bytes {@code start} to {@code start + length} of {@code channel}, as far as it has them.
     *
     * @param channel not closed with this stream
     * @param start position of the first byte
     * @param length how many
     */
    StoredContent(SeekableByteChannel channel, long start, long length) {
        this.channel = channel;
        this.at = start;
        this.end = start + length;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (at >= end) {
            return -1;
        }
        channel.position(at);
        var read = channel.read(ByteBuffer.wrap(into, offset, (int) Math.min(length, end - at)));
        at += Math.max(read, 0);
        return read;
    }

    @Override
    public long skip(long count) {
        var skipped = Math.clamp(count, 0, end - at);
        at += skipped;
        return skipped;
    }
}
