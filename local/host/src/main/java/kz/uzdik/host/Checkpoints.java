package kz.uzdik.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far one reader has come in each shard of its stream; kept with the data, so that a restart goes on there. */
final class Checkpoints {

    private final @Nullable Path file;
    private final Map<String, String> sequenceNumbers = new HashMap<>();

    Checkpoints(@Nullable Path file) {
        this.file = file;
        try {
            if (file != null && Files.exists(file)) {
                HostJson.read(Files.readAllBytes(file))
                        .properties()
                        .forEach(e ->
                                sequenceNumbers.put(e.getKey(), e.getValue().asText()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sequence number of the last record done with in {@code shard}. */
    Optional<String> last(String shard) {
        return Optional.ofNullable(sequenceNumbers.get(shard));
    }

    /** Whether any record was ever done with. */
    boolean isEmpty() {
        return sequenceNumbers.isEmpty();
    }

    /** Notes that {@code shard} is done with up to {@code sequenceNumber}. */
    void advance(String shard, String sequenceNumber) {
        sequenceNumbers.put(shard, sequenceNumber);
        if (file == null) {
            return;
        }
        Kept.write(file, HostJson.bytes(HostJson.of(sequenceNumbers)));
    }
}
