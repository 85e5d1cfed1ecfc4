package kz.uzdik.engines;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * DynamoDB Local in a JVM of its own, as its licence asks: resolved by Maven into {@code local/dynamodb/target/lib},
 * never on our class path. {@link Keeper} ends it with us.
 */
public final class DynamoDbLocal implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process keeper;
    private final int port;

    private DynamoDbLocal(Process keeper, int port) {
        this.keeper = keeper;
        this.port = port;
    }

    /** Starts it on a free port, on {@code folder} or, where that is null, in memory; returns when it answers. */
    public static DynamoDbLocal start(@Nullable Path folder) {
        try {
            if (folder != null) {
                Files.createDirectories(folder);
                Predecessor.awaitEnd(folder);
            }
            var port = freePort();
            var engine = new DynamoDbLocal(launch(port, folder), port);
            engine.awaitAnswer();
            if (folder != null) {
                Predecessor.note(folder, engine.keeper);
            }
            return engine;
        } catch (IOException e) {
            throw new UncheckedIOException("DynamoDB Local did not start", e);
        }
    }

    /** Where it answers. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        try {
            keeper.getOutputStream().close();
            if (!keeper.waitFor(10, TimeUnit.SECONDS)) {
                keeper.destroyForcibly();
            }
        } catch (IOException e) {
            keeper.destroyForcibly();
        } catch (InterruptedException e) {
            keeper.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Process launch(int port, @Nullable Path folder) throws IOException {
        var builder = new ProcessBuilder(command(port, folder))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(
                        folder == null
                                ? ProcessBuilder.Redirect.DISCARD
                                : ProcessBuilder.Redirect.to(
                                        folder.resolve("dynamodb.log").toFile()));
        builder.environment().put("DDB_LOCAL_TELEMETRY", "0");
        return builder.start();
    }

    private static List<String> command(int port, @Nullable Path folder) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(deafToInterrupts());
        command.addAll(List.of(
                java,
                "-Xmx16m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                ownClasses().toString(),
                Keeper.class.getName(),
                java,
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options());
        command.addAll(List.of(
                "-cp",
                library().resolve("*").toString(),
                "software.amazon.dynamodb.services.local.main.ServerRunner",
                "-port",
                Integer.toString(port),
                "-sharedDb",
                "-disableTelemetry"));
        command.addAll(folder == null ? List.of("-inMemory") : List.of("-dbPath", folder.toString()));
        return command;
    }

    /** Further options of its JVM, from the property {@code uzdik.engineOptions}: whoever starts many wants them quick. */
    private static List<String> options() {
        return Pattern.compile(" ")
                .splitAsStream(System.getProperty("uzdik.engineOptions", ""))
                .filter(option -> !option.isEmpty())
                .toList();
    }

    /** Ctrl-C reaches every process at the terminal; the engine is to stay until the host has ended what is under way. */
    private static List<String> deafToInterrupts() {
        return File.separatorChar == '/' ? List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh") : List.of();
    }

    private static Path library() {
        var library = ProjectFolder.root().resolve("local/dynamodb/target/lib");
        if (!Files.isDirectory(library)) {
            throw new IllegalStateException("DynamoDB Local is not in " + library + File.separator
                    + "; run mvn package -pl local/dynamodb first");
        }
        return library;
    }

    private static Path ownClasses() {
        try {
            return Path.of(Keeper.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("classes are loaded from a place that is no file", e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer() throws IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            try {
                if (keeper.waitFor(50, TimeUnit.MILLISECONDS)) {
                    throw new IOException("DynamoDB Local ended with " + keeper.exitValue() + " while starting");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while DynamoDB Local was starting", e);
            }
            if (System.nanoTime() > deadline) {
                close();
                throw new IOException("DynamoDB Local did not answer within " + PATIENCE.toSeconds() + " s");
            }
        }
    }

    private boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
