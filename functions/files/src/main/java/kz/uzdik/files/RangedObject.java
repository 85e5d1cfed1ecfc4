package kz.uzdik.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * An object of S3 as a channel that can be read anywhere. It fetches blocks of 64 KiB by ranged requests, only those
 * that are read, and keeps the last few. Not for use by several threads.
 */
public final class RangedObject implements SeekableByteChannel {

    /** Size of one ranged request, in bytes. */
    public static final int BLOCK = 64 * 1024;

    private static final int KEPT = 32;

    private final S3Client client;
    private final String bucket;
    private final String key;
    private final long size;
    private final Function<S3Exception, RuntimeException> denied;
    private final Map<Long, byte[]> blocks = new LinkedHashMap<>(KEPT * 2, 0.75f, true);
    private long position;
    private long fetched;
    private boolean open = true;

    /** {@code denied}: why S3 refuses, from its refusal. */
    RangedObject(
            S3Client client, String bucket, String key, long size, Function<S3Exception, RuntimeException> denied) {
        this.client = client;
        this.bucket = bucket;
        this.key = key;
        this.size = size;
        this.denied = denied;
    }

    /** How many bytes were fetched from S3 so far. */
    public long fetched() {
        return fetched;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!open) {
            throw new ClosedChannelException();
        }
        if (position >= size) {
            return -1;
        }
        var read = 0;
        while (into.hasRemaining() && position < size) {
            var block = block(position / BLOCK);
            var from = (int) (position % BLOCK);
            var length = Math.min(into.remaining(), block.length - from);
            into.put(block, from, length);
            position += length;
            read += length;
        }
        return read;
    }

    private byte[] block(long number) {
        var known = blocks.get(number);
        if (known != null) {
            return known;
        }
        var first = number * BLOCK;
        var last = Math.min(first + BLOCK, size) - 1;
        var bytes = fetch(first, last);
        fetched += bytes.length;
        if (bytes.length != last - first + 1) {
            throw new UnreachableException("S3 answered a range of " + bytes.length + " bytes", null);
        }
        blocks.put(number, bytes);
        if (blocks.size() > KEPT) {
            var oldest = blocks.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        return bytes;
    }

    private byte[] fetch(long first, long last) {
        try {
            return client.getObjectAsBytes(r -> r.bucket(bucket).key(key).range("bytes=" + first + "-" + last))
                    .asByteArrayUnsafe();
        } catch (S3Exception e) {
            throw refused(e);
        } catch (SdkException e) {
            throw new UnreachableException("S3 did not answer", e);
        }
    }

    private RuntimeException refused(S3Exception refusal) {
        try {
            var why = denied.apply(refusal);
            return why instanceof ThreatException ? why : new UnreachableException("S3 did not answer", why);
        } catch (SdkException e) {
            refusal.addSuppressed(e);
            return new UnreachableException("S3 did not answer", refusal);
        }
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long to) {
        throw new NonWritableChannelException();
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long to) {
        if (to < 0) {
            throw new IllegalArgumentException("position " + to);
        }
        position = to;
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
        blocks.clear();
    }
}
