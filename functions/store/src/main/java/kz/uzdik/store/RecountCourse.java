package kz.uzdik.store;

/** Adds up what the readers of one recount have done, and tells it. */
final class RecountCourse {

    private static final long TELL_EACH = 100_000;

    private final int parts;
    private final RecountProgress progress;
    private long ballots;
    private int ended;

    RecountCourse(int parts, RecountProgress progress) {
        this.parts = parts;
        this.progress = progress;
    }

    /** A reader has counted {@code more} ballots. */
    synchronized void read(int more) {
        long before = ballots / TELL_EACH;
        ballots += more;
        if (ballots / TELL_EACH > before) {
            progress.at(ballots, ended, parts);
        }
    }

    /** A reader is at the end of its part. */
    synchronized void ended() {
        ended++;
        progress.at(ballots, ended, parts);
    }
}
