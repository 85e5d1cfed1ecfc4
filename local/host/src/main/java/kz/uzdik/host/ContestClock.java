package kz.uzdik.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The contest's time: the system's, moved by an offset that can change and is kept with the data. */
public final class ContestClock implements InstantSource {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private final @Nullable Path file;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Duration offset = Duration.ZERO;

    /** Reads the offset from {@code file}, if it exists; null for a clock that forgets. */
    ContestClock(@Nullable Path file) {
        this.file = file;
        try {
            if (file != null && Files.exists(file)) {
                offset = Duration.parse(Files.readString(file).strip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    /** Whether this is not the system's time. */
    public boolean isMoved() {
        return !offset.isZero();
    }

    /** Makes it {@code now}, from where time runs on; a {@link HostException} far from any contest's calendar. */
    public void moveTo(Instant now) {
        if (now.isBefore(EARLIEST) || !now.isBefore(LATEST)) {
            throw new HostException("the contest's time is to lie in the years 2000 to 2099");
        }
        offset = Duration.between(Instant.now(), now);
        if (file != null) {
            Kept.write(file, offset.toString().getBytes(StandardCharsets.UTF_8));
        }
        listeners.forEach(Runnable::run);
    }

    void onMove(Runnable listener) {
        listeners.add(listener);
    }
}
