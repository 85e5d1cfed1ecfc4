package kz.uzdik.host;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.uzdik.contest.definition.Identity;
import kz.uzdik.contest.vote.Invites;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.keys.ContestKey;
import kz.uzdik.wiring.Wiring;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the one-time tokens of a survey that invites. */
@Command(
        name = "invites",
        mixinStandardHelpOptions = true,
        description = {
            "Prints one-time tokens for those who are asked about one candidate, as CSV. The same list each time.",
            "HMAC_SECRET_ARN and CONTEST_FILE are taken from the environment, and the caller's own AWS credentials."
        })
public final class InvitesCommand implements Callable<Integer> {

    @Option(names = "--survey", required = true, paramLabel = "ID", description = "The survey they are for.")
    private String survey = "";

    @Option(names = "--candidate", required = true, paramLabel = "ID", description = "For example d-351631000.")
    private String candidate = "";

    @Option(
            names = "--count",
            required = true,
            paramLabel = "N",
            description = "How many are asked, 1 to " + Invites.MOST + ".")
    private int count;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        return run(System.getenv());
    }

    /** The first {@code count} tokens for {@code candidate} in {@code survey}, under the key that {@code environment} names. */
    public static List<String> tokens(Map<String, String> environment, String survey, String candidate, int count) {
        var wiring = new Wiring(environment, InstantSource.system(), new SecureRandom());
        return new Invites(ContestKey.read(wiring)).tokens(survey, candidate, count);
    }

    /** Prints tokens under the key that {@code environment} names; gives the exit code. */
    int run(Map<String, String> environment) {
        var wiring = new Wiring(environment, InstantSource.system(), new SecureRandom());
        var asked = DefinitionReader.read(wiring.contestFile())
                .survey(survey)
                .orElseThrow(() -> new HostException("there is no survey " + survey));
        if (!(asked.identity() instanceof Identity.Invite)) {
            throw new HostException("survey " + survey + " does not invite");
        }
        if (count < 1 || count > Invites.MOST) {
            throw new HostException("--count must be 1 to " + Invites.MOST);
        }
        if (spec != null) {
            var out = spec.commandLine().getOut();
            out.println("survey,candidate,token");
            tokens(environment, survey, candidate, count)
                    .forEach(token -> out.println(survey + ',' + candidate + ',' + token));
            out.flush();
        }
        return 0;
    }
}
