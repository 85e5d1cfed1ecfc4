package kz.uzdik.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * Processor time used so far.
 *
 * @param own by this process
 * @param engine by those that it has started, of which only the database does anything
 */
record Cpu(Duration own, Duration engine) {

    static final Cpu NONE = new Cpu(Duration.ZERO, Duration.ZERO);

    static Cpu now() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new Cpu(
                Duration.ofNanos(system.getProcessCpuTime()),
                ProcessHandle.current()
                        .descendants()
                        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                        .reduce(Duration.ZERO, Duration::plus));
    }

    /** What was used since {@code earlier}, and {@code more} on top. */
    Cpu since(Cpu earlier, Cpu more) {
        return new Cpu(
                own.minus(earlier.own).plus(more.own),
                engine.minus(earlier.engine).plus(more.engine));
    }
}
