package kz.uzdik.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Small files of state that are whole at every moment, however the host ends. */
final class Kept {

    private Kept() {}

    /** Replaces what {@code file} holds. */
    static void write(Path file, byte[] content) {
        try {
            var half = file.resolveSibling(file.getFileName() + ".part");
            Files.write(half, content);
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
