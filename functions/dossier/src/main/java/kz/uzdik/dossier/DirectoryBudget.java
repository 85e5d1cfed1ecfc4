package kz.uzdik.dossier;

import java.io.IOException;
import java.io.Serial;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * A channel that gives only so many bytes until {@link #lift}: what a reader of ZIP may spend on the directory, which
 * it keeps in memory whole.
 */
final class DirectoryBudget implements SeekableByteChannel {

    private static final long BYTES = 4 * 1024 * 1024;

    private final SeekableByteChannel channel;
    private long left = BYTES;

    DirectoryBudget(SeekableByteChannel channel) {
        this.channel = channel;
    }

    /** From here on any number of bytes may be read. */
    void lift() {
        left = Long.MAX_VALUE;
    }

    /** The directory is larger than any honest one. */
    static final class ExceededException extends IOException {

        @Serial
        private static final long serialVersionUID = 1L;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (into.remaining() > left) {
            throw new ExceededException();
        }
        var read = channel.read(into);
        left -= Math.max(read, 0);
        return read;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        return channel.write(from);
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        channel.truncate(size);
        return this;
    }

    @Override
    public long position() throws IOException {
        return channel.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        channel.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return channel.size();
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
