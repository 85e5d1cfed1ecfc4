package kz.uzdik.host;

import kz.uzdik.engines.TemplateException;
import kz.uzdik.host.rehearsal.RehearseCommand;
import kz.uzdik.json.DefinitionException;
import kz.uzdik.verify.AnomaliesCommand;
import kz.uzdik.verify.Verify;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The launcher's commands. */
@Command(
        name = "uzdik",
        mixinStandardHelpOptions = true,
        version = "uzdik 0.1.0",
        description = "A public contest, from the first dossier to the announced winners, on one machine.",
        subcommands = {
            ServeCommand.class,
            RehearseCommand.class,
            InvokeCommand.class,
            RollCommand.class,
            CheckCommand.class,
            FormsCommand.class,
            InvitesCommand.class,
            Verify.class,
            AnomaliesCommand.class
        })
public final class Main {

    private Main() {}

    /** Runs the command that {@code arguments} name, and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    if (e instanceof HostException
                            || e instanceof TemplateException
                            || e instanceof DefinitionException) {
                        command.getErr().println("uzdik: " + e.getMessage());
                        return 1;
                    }
                    throw e;
                })
                .execute(arguments);
    }
}
