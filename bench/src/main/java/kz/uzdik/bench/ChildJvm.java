package kz.uzdik.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A JVM beside this one, with its class path and options: what runs alone in it can be measured alone. */
final class ChildJvm {

    private static final String PEAK = "VmHWM:";

    private ChildJvm() {}

    /** Starts {@code main} with {@code arguments}; what it writes to standard error goes where this process's does. */
    static Process start(Class<?> main, String... arguments) throws IOException {
        return start(List.of(), Map.of(), main, arguments);
    }

    /** The same with further {@code options}, which prevail over this JVM's own, and {@code more} environment. */
    static Process start(List<String> options, Map<String, String> more, Class<?> main, String... arguments)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        var child = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        child.environment().putAll(more);
        return child.start();
    }

    /** What {@code child} writes to its end. Throws {@link IllegalStateException} naming {@code what} where that is no success. */
    static String output(Process child, String what) throws IOException {
        var output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (child.waitFor() != 0) {
                throw new IllegalStateException(what + " failed: " + output);
            }
        } catch (InterruptedException e) {
            child.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return output;
    }

    /** The most memory, in MB of 2^20 bytes, that the process {@code pid} has held at once; empty where Linux is not. */
    static OptionalLong peak(long pid) throws IOException {
        var status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.exists(status)) {
            return OptionalLong.empty();
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(PEAK))
                .mapToLong(line -> Long.parseLong(
                                line.substring(PEAK.length()).replace("kB", "").strip())
                        / 1024)
                .findFirst();
    }

    /** {@link #peak} in words. */
    static String peakInWords(long pid) throws IOException {
        var peak = peak(pid);
        return peak.isPresent() ? peak.getAsLong() + " MB" : "not known on this system";
    }
}
