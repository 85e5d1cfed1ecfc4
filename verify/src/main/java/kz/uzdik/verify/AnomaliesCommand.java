package kz.uzdik.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import kz.uzdik.contest.anomaly.Anomalies;
import kz.uzdik.contest.anomaly.Anomaly;
import kz.uzdik.contest.anomaly.Figures;
import kz.uzdik.json.DefinitionException;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.json.Json;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code anomalies FIGURES --contest FILE}: anyone finds in the published figures what the commission found. */
@Command(
        name = "anomalies",
        mixinStandardHelpOptions = true,
        description = "Holds a survey's published figures against the rules published with its contest, offline.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing is conspicuous", "1:something is", "2:wrong call, or a file that cannot be read"})
public final class AnomaliesCommand implements Callable<Integer> {

    private static final int FOUND = 1;
    private static final int WRONG_CALL = 2;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "FIGURES", description = "the file figures-<survey>.json")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private Path figures;

    @Option(
            names = "--contest",
            paramLabel = "FILE",
            required = true,
            description = "the contest's definition, published as /data/contest.json")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private Path contest;

    @Option(names = "--json", description = "print what is found as JSON, on one line")
    private boolean json;

    @Option(names = "--language", defaultValue = "ru", description = "kk or ru; ru if not given")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private String language;

    private AnomaliesCommand() {}

    /** Runs the command within this process; prints to {@code out} and {@code err}. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new AnomaliesCommand()).setOut(out).setErr(err).execute(args);
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        try {
            var definition = DefinitionReader.read(Files.readString(contest));
            var found = Anomalies.find(definition, Json.read(Files.readString(figures), Figures.class));
            print(found, out);
            out.flush();
            return found.isEmpty() ? 0 : FOUND;
        } catch (JsonProcessingException e) {
            return refuse(figures + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            return refuse("cannot be read: " + e.getMessage());
        } catch (DefinitionException e) {
            return refuse(contest + ": " + e.getMessage());
        } catch (IllegalArgumentException e) {
            return refuse(String.valueOf(e.getMessage()));
        }
    }

    private void print(List<Anomaly> found, PrintWriter out) {
        if (json) {
            out.println(Json.write(found));
            return;
        }
        out.println(figures.getFileName() + ": " + found.size() + " found");
        found.forEach(anomaly ->
                out.println("  " + anomaly.rule() + "  " + anomaly.sentence().in(language)));
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println("anomalies: " + why);
        return WRONG_CALL;
    }
}
