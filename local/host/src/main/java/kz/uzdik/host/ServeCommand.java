package kz.uzdik.host;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import kz.uzdik.engines.ProjectFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stays up for people: pages, API and inbox on one port. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Runs everything on one port, until Ctrl-C.")
final class ServeCommand implements Callable<Integer> {

    @Option(names = "--port", defaultValue = "8080", description = "Where it answers (default ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--data", paramLabel = "DIR", description = "Keep the state in this folder (default: in memory).")
    private @Nullable Path data;

    @Option(
            names = "--contest",
            paramLabel = "FILE",
            description = "The contest's definition (default: the template's).")
    private @Nullable Path contest;

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "The contest's local time to start at, for example 2027-07-10T10:00 (default: now).")
    private @Nullable LocalDateTime at;

    @Override
    public Integer call() throws InterruptedException {
        var root = ProjectFolder.root();
        var host = Host.start(new HostOptions(root, root.resolve("template.yaml"), port, data, contest, at));
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            host.close();
            stopped.countDown();
        }));
        print(host);
        stopped.await();
        return 0;
    }

    private static void print(Host host) {
        var definition = host.definition();
        var now = LocalDateTime.ofInstant(host.clock().instant(), definition.zone());
        System.out.println(
                "Not played here: " + String.join(", ", host.template().notPlayed()) + ".");
        System.out.printf(
                """

                %s (%s)
                Contest time  %s, %s
                Sign in as    the agency; a secretary and %d members of each of %d oblasts; %d republican members
                Pages         %s/
                Staff         %s/secretary.html  /commission.html  /agency.html
                Inbox         %s/local/inbox
                Clock         %s/local/clock
                Not done      %s/local/dead-letters

                Ready: %s (Ctrl-C stops)
                """,
                definition.title().ru(),
                definition.id(),
                now.format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm")),
                definition.zone(),
                definition.commissions().regional().members(),
                definition.oblasts().size(),
                definition.commissions().republican().members(),
                host.address(),
                host.address(),
                host.address(),
                host.address(),
                host.address(),
                host.address());
    }
}
