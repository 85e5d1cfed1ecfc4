package kz.uzdik.ranking;

import java.util.function.Supplier;
import kz.uzdik.contest.vote.KeyedHash;
import kz.uzdik.keys.ContestKey;
import kz.uzdik.wiring.Wiring;
import org.jspecify.annotations.Nullable;

/** The contest's key, read when it is first needed: few of the things done here need it. */
final class KeyOnDemand implements Supplier<KeyedHash> {

    private final Wiring wiring;
    private @Nullable KeyedHash key;

    KeyOnDemand(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public synchronized KeyedHash get() {
        if (key == null) {
            key = ContestKey.read(wiring);
        }
        return key;
    }
}
