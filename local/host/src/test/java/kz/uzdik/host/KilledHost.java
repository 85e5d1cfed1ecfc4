package kz.uzdik.host;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A host in a process of its own, to be killed: prints its address and stays. */
final class KilledHost {

    private KilledHost() {}

    /** Runs on the data folder that {@code arguments} name. */
    public static void main(String[] arguments) throws InterruptedException {
        System.out.println(Stack.start(Path.of(arguments[0])).address());
        new CountDownLatch(1).await();
    }
}
