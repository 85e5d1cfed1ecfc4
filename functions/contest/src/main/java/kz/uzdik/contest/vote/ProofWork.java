package kz.uzdik.contest.vote;

/**
 * How much work a proof costs. A few hundred askers in an hour are a village behind one carrier's address and pay what
 * everybody does; beyond, each doubling doubles the work, up to a limit that a cheap phone still gets through. Nobody
 * is refused for where they come from.
 */
public final class ProofWork {

    /** The largest number of an ordinary challenge: well under a second on a cheap phone. */
    static final int NORMAL = 20_000;

    /** The largest number of all: tens of seconds on a cheap phone. */
    static final int MOST = 64 * NORMAL;

    /** As many challenges of one network in an hour as cost nothing extra. */
    static final int VILLAGE = 400;

    private ProofWork() {}

    /** The largest number for the network's challenge number {@code asked} within the hour, 1 for the first. */
    public static int of(long asked) {
        int work = NORMAL;
        for (long limit = VILLAGE; asked > limit && work < MOST; limit *= 2) {
            work *= 2;
        }
        return work;
    }
}
