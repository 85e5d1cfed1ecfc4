package kz.uzdik.host.rehearsal;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar per step on the error stream, so that the table on the output stays clean; lines where nobody watches. */
final class Progress implements AutoCloseable {

    private static final int WIDTH = 100;
    private static final int UPDATE_MILLIS = 200;
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(15);

    private final PrintStream out;
    private final boolean bars;
    private @Nullable ProgressBar bar;
    private String name = "";
    private long total;
    private long done;
    private long toldAt;

    /** Shows on {@code out}: bars where {@code bars}, otherwise a line per step, and more while one lasts. */
    Progress(PrintStream out, boolean bars) {
        this.out = out;
        this.bars = bars;
    }

    /** Begins a step of {@code total} parts. */
    synchronized void begin(String name, long total) {
        end();
        this.name = name;
        this.total = total;
        done = 0;
        toldAt = System.nanoTime();
        if (bars) {
            bar = new ProgressBarBuilder()
                    .setTaskName("%-28s".formatted(name))
                    .setInitialMax(total)
                    .setUpdateIntervalMillis(UPDATE_MILLIS)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new ConsoleProgressBarConsumer(out, WIDTH))
                    .build();
        } else {
            out.println(name + ": " + total);
        }
    }

    synchronized void step() {
        done++;
        if (bar != null) {
            bar.step();
        } else if (System.nanoTime() - toldAt >= BETWEEN_LINES.toNanos()) {
            out.println(name + ": " + done + " of " + total);
            toldAt = System.nanoTime();
        }
    }

    /** Ends the step under way. */
    synchronized void end() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }

    @Override
    public void close() {
        end();
    }
}
