package kz.uzdik.host;

import java.nio.file.Path;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * How to start a host.
 *
 * @param root the project's folder
 * @param template the file that says what runs
 * @param port where it answers; 0 for any free one
 * @param data folder that keeps its state; null for memory
 * @param contest the contest's definition; null for the template's own
 * @param at the contest's local time to start at; null for the system's, or for what the data folder has
 */
public record HostOptions(
        Path root,
        Path template,
        int port,
        @Nullable Path data,
        @Nullable Path contest,
        @Nullable LocalDateTime at) {

    /** The project's own template in memory, on any free port, at the system's time. */
    public static HostOptions inMemory(Path root) {
        return new HostOptions(root, root.resolve("template.yaml"), 0, null, null, null);
    }
}
