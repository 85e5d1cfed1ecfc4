package kz.uzdik.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.concurrent.Callable;
import kz.uzdik.engines.ProjectFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has one function serve one event on fresh engines in memory, and prints what it answers. */
@Command(
        name = "invoke",
        mixinStandardHelpOptions = true,
        description = "Has a function serve an event, and prints its answer. The engines are empty.")
final class InvokeCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            paramLabel = "FUNCTION",
            description = "dossier, check, vote, tally, jury, ranking, schedule or mail")
    private String function = "";

    @Parameters(index = "1", paramLabel = "EVENT", description = "A file of JSON, for example events/vote-ballot.json")
    private Path event = Path.of("");

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "The contest's local time, for example 2027-07-10T10:00.")
    private @Nullable LocalDateTime at;

    @Override
    public Integer call() throws IOException {
        var json = read();
        var root = ProjectFolder.root();
        var options = new HostOptions(root, root.resolve("template.yaml"), 0, null, null, at);
        try (var host = Host.start(options)) {
            System.out.println(new String(host.invoke(logicalId(), json), StandardCharsets.UTF_8));
            return 0;
        } catch (FunctionFailure e) {
            System.err.println("uzdik: " + e.getMessage());
            return 1;
        }
    }

    private byte[] read() throws IOException {
        if (!Files.isRegularFile(event)) {
            throw new HostException("there is no file " + event);
        }
        var json = Files.readAllBytes(event);
        try {
            if (HostJson.read(json).isObject()) {
                return json;
            }
        } catch (UncheckedIOException e) {
            throw new HostException(event + " is not JSON", e);
        }
        throw new HostException(event + " is no event: an object of JSON is expected");
    }

    /** {@code vote} is {@code VoteFunction} in the template. */
    private String logicalId() {
        return function.endsWith("Function")
                ? function
                : function.substring(0, 1).toUpperCase(Locale.ROOT) + function.substring(1) + "Function";
    }
}
