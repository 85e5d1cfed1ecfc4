package kz.uzdik.json.pack;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails once it has given more than it may: what an entry says of its size proves nothing. */
final class Bounded extends FilterInputStream {
    private final String name;
    private long left;

    Bounded(InputStream in, String name, long mostBytes) {
        super(in);
        this.name = name;
        left = mostBytes;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            spend(1);
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        if (read > 0) {
            spend(read);
        }
        return read;
    }

    private void spend(long bytes) {
        left -= bytes;
        if (left < 0) {
            throw new PackException(name + " is larger than any pack's");
        }
    }
}
