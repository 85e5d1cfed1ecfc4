package kz.uzdik.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The template's queues for what could not be done: kept here, looked at by people, read by no function. */
public final class DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final @Nullable Path file;
    private final List<JsonNode> letters = new ArrayList<>();

    /** Keeps them in {@code file}, a line each; in memory only where it is null. */
    DeadLetters(@Nullable Path file) {
        this.file = file;
        try {
            if (file != null && Files.exists(file)) {
                Files.readAllLines(file).stream()
                        .filter(line -> line.endsWith("}"))
                        .forEach(line -> letters.add(HostJson.read(line)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of them, the first one first: each with {@code queue} and {@code message}. */
    public synchronized List<JsonNode> all() {
        return List.copyOf(letters);
    }

    /** Puts {@code message} into {@code queue}; where that is null, what it tells of is lost, as in the cloud. */
    synchronized void add(@Nullable String queue, ObjectNode message) {
        LOG.warn("given up, {}: {}", queue == null ? "and no queue for it" : "now in " + queue, message);
        if (queue == null) {
            return;
        }
        var letter = HostJson.object().put("queue", queue);
        letter.set("message", message);
        letters.add(letter);
        if (file != null) {
            try {
                Files.writeString(
                        file,
                        letter + "\n",
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
