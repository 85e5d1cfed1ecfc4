package kz.uzdik.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The engine of an earlier run on the same folder. Its keeper ends it when its host is gone, which may take a moment;
 * two engines must never write to one folder.
 */
final class Predecessor {

    private static final String FILE = "engine.pid";
    private static final long SECONDS = 10;

    private Predecessor() {}

    /** Notes in {@code folder} which process writes there: the child of {@code keeper}. */
    static void note(Path folder, Process keeper) throws IOException {
        var engine = keeper.children().findFirst();
        if (engine.isPresent()) {
            Files.writeString(folder.resolve(FILE), engine.get().pid() + " " + startOf(engine.get()));
        }
    }

    /** Waits until the engine noted in {@code folder} is gone, and ends it if it does not go. */
    static void awaitEnd(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return;
        }
        var noted = Files.readString(file).strip();
        var pid = Long.parseLong(noted.substring(0, noted.indexOf(' ')));
        var process = ProcessHandle.of(pid);
        // Another process may have the number by now; it did not start at the same moment.
        if (process.isPresent() && noted.equals(pid + " " + startOf(process.get()))) {
            end(process.get());
        }
        Files.deleteIfExists(file);
    }

    private static long startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
    }

    private static void end(ProcessHandle process) throws IOException {
        try {
            process.onExit().get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
        } catch (ExecutionException e) {
            throw new IOException("the engine of an earlier run did not end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted after " + Duration.ofSeconds(SECONDS), e);
        }
    }
}
