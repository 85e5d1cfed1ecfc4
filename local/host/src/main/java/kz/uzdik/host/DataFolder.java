package kz.uzdik.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Where the host keeps its state, held by one host at a time: the lock goes with the process, however it ends. */
final class DataFolder implements AutoCloseable {

    private final @Nullable Path folder;
    private final @Nullable FileChannel lock;

    private DataFolder(@Nullable Path folder, @Nullable FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Takes {@code folder}; null for a host that keeps nothing. */
    static DataFolder open(@Nullable Path folder) {
        if (folder == null) {
            return new DataFolder(null, null);
        }
        try {
            var whole = Files.createDirectories(folder.toAbsolutePath().normalize());
            var channel =
                    FileChannel.open(whole.resolve("host.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw new HostException("another host is running on " + whole);
            }
            return new DataFolder(whole, channel);
        } catch (OverlappingFileLockException e) {
            throw new HostException("another host is running on " + folder, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nullable
    Path path() {
        return folder;
    }

    /** A file of this folder; null where nothing is kept. */
    @Nullable
    Path file(String name) {
        return folder == null ? null : folder.resolve(name);
    }

    /** A folder of this folder, made if need be; null where nothing is kept. */
    @Nullable
    Path folder(String name) {
        if (folder == null) {
            return null;
        }
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
