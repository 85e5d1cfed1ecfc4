package kz.uzdik.host;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Counts what is under way behind the answers, so that one can wait for quiet; and tells the rest when to stop. */
final class Activity {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long started;
    private int running;
    private boolean stopped;

    /** Runs {@code work} in a thread of its own. */
    void start(Runnable work) {
        lock.lock();
        try {
            if (stopped) {
                return;
            }
            started++;
            running++;
        } finally {
            lock.unlock();
        }
        Thread.ofVirtual().start(() -> {
            try {
                work.run();
            } finally {
                end();
            }
        });
    }

    private void end() {
        lock.lock();
        try {
            running--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Notes that something was done elsewhere. */
    void note() {
        lock.lock();
        try {
            started++;
        } finally {
            lock.unlock();
        }
    }

    /** Grows with each piece of work. */
    long count() {
        lock.lock();
        try {
            return started;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until nothing runs. */
    void awaitQuiet() throws InterruptedException {
        lock.lock();
        try {
            while (running > 0) {
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits for {@code pause}, or shorter if the host stops; says whether to go on. */
    boolean pause(Duration pause) {
        lock.lock();
        try {
            var left = pause.toNanos();
            while (!stopped && left > 0) {
                left = changed.awaitNanos(left);
            }
            return !stopped;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** From now on nothing new is started. Waits a little for what runs. */
    void stop() {
        lock.lock();
        try {
            stopped = true;
            changed.signalAll();
            var left = TimeUnit.SECONDS.toNanos(10);
            while (running > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    boolean isStopped() {
        lock.lock();
        try {
            return stopped;
        } finally {
            lock.unlock();
        }
    }
}
