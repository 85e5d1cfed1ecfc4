package kz.uzdik.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Places;
import kz.uzdik.contest.vote.Pseudonyms;
import kz.uzdik.contest.vote.RollLine;
import kz.uzdik.engines.ProjectFolder;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.keys.ContestKey;
import kz.uzdik.store.RollStore;
import kz.uzdik.store.Tables;
import kz.uzdik.wiring.Wiring;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports the roll of residents that a survey asks for. */
@Command(
        name = "roll",
        mixinStandardHelpOptions = true,
        description = {
            "Imports who lives where, as keyed hashes. The file is CSV: KATO of the okrug, IIN; UTF-8.",
            "The whole file is checked before anything is written. Importing again changes nothing.",
            "In the cloud, VOTERS_TABLE, HMAC_SECRET_ARN and CONTEST_FILE are taken from the environment,"
                    + " and the caller's own AWS credentials."
        })
final class RollCommand implements Callable<Integer> {

    private static final int FAULTS_SHOWN = 20;
    private static final int PROGRESS_LINES = 10_000;

    @Parameters(index = "0", paramLabel = "FILE", description = "The roll.")
    private Path file = Path.of("");

    @Option(names = "--survey", required = true, paramLabel = "ID", description = "The survey it is for.")
    private String survey = "";

    @Option(names = "--check", description = "Only check the file.")
    private boolean checkOnly;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Write into this folder of a local host, which must not be running (default: the cloud).")
    private @Nullable Path data;

    @Spec
    private @Nullable CommandSpec spec;

    private long faults;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!Files.isRegularFile(file)) {
            throw new HostException("there is no file " + file);
        }
        if (data == null) {
            return run(System.getenv());
        }
        var root = ProjectFolder.root();
        try (var host = Host.start(new HostOptions(root, root.resolve("template.yaml"), 0, data, null, null))) {
            var environment = new HashMap<>(host.engines().environment());
            environment.put(
                    "CONTEST_FILE",
                    root.resolve("contests")
                            .resolve(host.definition().id() + ".json")
                            .toString());
            return run(environment);
        }
    }

    /** Imports into the tables that {@code environment} names; gives the exit code. */
    int run(Map<String, String> environment) throws IOException, InterruptedException {
        var wiring = new Wiring(environment, InstantSource.system(), new SecureRandom());
        var definition = DefinitionReader.read(wiring.contestFile());
        var asked = definition.survey(survey).orElseThrow(() -> new HostException("there is no survey " + survey));
        if (!asked.identity().roll()) {
            throw new HostException("survey " + survey + " does not ask for a roll");
        }
        var roll = new RollImport(asked, Places.of(definition).okrugs().keySet());
        long residents;
        try (var reader = open()) {
            residents = roll.check(reader, this::complain);
        } catch (CharacterCodingException e) {
            throw new HostException(file + " is not UTF-8");
        }
        if (faults > 0) {
            err("%d жолда қате бар, ештеңе жазылмады · строк с ошибками: %d, ничего не записано", faults, faults);
            return 1;
        }
        err("Тұрғын · жителей: %d", residents);
        if (!checkOnly) {
            write(roll, wiring, definition, residents);
        }
        return 0;
    }

    private void write(RollImport roll, Wiring wiring, ContestDefinition definition, long residents)
            throws IOException, InterruptedException {
        var store = new RollStore(Tables.of(wiring), wiring.random());
        try (var reader = open()) {
            roll.write(reader, new Pseudonyms(ContestKey.read(wiring)), store, Pseudonyms.stayUntil(definition), n -> {
                if (n % PROGRESS_LINES < RollStore.TOGETHER || n == residents) {
                    err("Жазылды · записано: %d / %d", n, residents);
                }
            });
        }
    }

    private void complain(long line, RollLine.Faulty fault) {
        faults++;
        if (faults <= FAULTS_SHOWN) {
            err(
                    "%d-жол, %d-баған: %s · строка %d, столбец %d: %s",
                    line,
                    fault.column(),
                    fault.message().kk(),
                    line,
                    fault.column(),
                    fault.message().ru());
        }
    }

    private BufferedReader open() throws IOException {
        return Files.newBufferedReader(file, StandardCharsets.UTF_8);
    }

    private void err(String format, Object... values) {
        if (spec != null) {
            spec.commandLine().getErr().printf(format + "%n", values);
            spec.commandLine().getErr().flush();
        }
    }
}
