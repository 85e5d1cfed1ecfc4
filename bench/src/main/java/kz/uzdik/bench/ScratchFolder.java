package kz.uzdik.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * A folder of a measurement's own; closing removes it with all that is in it.
 *
 * @param path where it is
 */
record ScratchFolder(Path path) implements AutoCloseable {

    /** Makes one in the machine's folder for temporary files; throws {@link IOException} where it cannot be made. */
    static ScratchFolder make() throws IOException {
        return new ScratchFolder(Files.createTempDirectory("uzdik-bench"));
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
