package kz.uzdik.engines;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * A small program that runs another for as long as its own standard input stays open. The input is a pipe from the
 * host, which the operating system closes however the host ends, {@code kill -9} included: no engine outlives it.
 */
public final class Keeper {

    private static final long SECONDS_TO_END = 5;

    private Keeper() {}

    /** Runs {@code command}, a program and its arguments. */
    public static void main(String[] command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(Arrays.asList(command))
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
        Thread.ofPlatform().daemon().start(Keeper::exitAtEndOfInput);
        Runtime.getRuntime().halt(process.waitFor());
    }

    private static void exitAtEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever said on this pipe; only its end counts.
            }
        } catch (IOException e) {
            // A broken pipe is its end, too.
        }
        System.exit(0);
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
