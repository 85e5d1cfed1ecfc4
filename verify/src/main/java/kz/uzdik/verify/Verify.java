package kz.uzdik.verify;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.uzdik.json.Json;
import kz.uzdik.verify.Recount.Result;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code verify PACK [--json]}: exit code 0 if all agrees, 1 if not, 2 for a wrong call. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        version = "uzdik-evidence/1",
        description = "Recounts an evidence pack, offline, from nothing but the pack.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all agrees", "1:something differs, or the file is no pack", "2:wrong call"})
public final class Verify implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Parameters(paramLabel = "PACK", description = "the file evidence-<stage>.zip")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private Path pack;

    @Option(
            names = "--corrects",
            paramLabel = "PACK",
            description = "of a correction, the pack of the announcement before: it has to be the one that is named")
    private @Nullable Path before;

    @Option(names = "--json", description = "print the outcome as JSON, on one line")
    private boolean json;

    private Verify() {}

    /** Runs the command and ends the process. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs the command within this process; prints to standard output and error, in UTF-8. */
    public static int run(String... args) {
        return run(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                args);
    }

    /** Runs the command within this process; prints to {@code out} and {@code err}. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new Verify()).setOut(out).setErr(err).execute(args);
    }

    @Override
    public Integer call() {
        var result = named(Recount.of(pack));
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(asJson(result)));
        } else {
            print(result, out);
        }
        out.flush();
        return result instanceof Result.Agrees ? 0 : 1;
    }

    /** The pack given with {@code --corrects} is the one that the pack names. */
    private Result named(Result result) {
        if (before == null || !(result instanceof Result.Agrees agrees)) {
            return result;
        }
        var corrects = agrees.corrects();
        if (corrects == null) {
            return new Result.Differs("is of a first announcement and corrects none");
        }
        if (!Files.isRegularFile(before)) {
            return new Result.Differs("corrects " + before + ", which is not a file");
        }
        var sha256 = sha256(before);
        return sha256.equals(corrects.evidenceSha256())
                ? result
                : new Result.Differs("corrects the announcement whose pack has SHA-256 " + corrects.evidenceSha256()
                        + ", " + before.getFileName() + " has " + sha256);
    }

    private void print(Result result, PrintWriter out) {
        switch (result) {
            case Result.Differs differs -> out.println(pack.getFileName() + ": " + differs.difference());
            case Result.Agrees agrees -> {
                out.println(pack.getFileName() + ": all agrees");
                out.println("  contest " + agrees.contest() + ", stage " + agrees.stage());
                var corrects = agrees.corrects();
                if (corrects != null) {
                    out.println("  corrects announcement " + corrects.number() + " of " + corrects.announcedAt()
                            + ", SHA-256 of its pack " + corrects.evidenceSha256());
                    out.println("  reason: " + corrects.reason().kk() + " / "
                            + corrects.reason().ru());
                }
                agrees.counted().forEach((what, count) -> out.println("  " + what + ": " + count));
                if (!agrees.earlier().isEmpty()) {
                    out.println(
                            "  taken as published, recount their own packs: " + String.join(", ", agrees.earlier()));
                }
                out.println("  SHA-256 of the pack, to be compared with the announced one: " + sha256(pack));
            }
        }
    }

    private Map<String, Object> asJson(Result result) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("pack", String.valueOf(pack.getFileName()));
        fields.put("agrees", result instanceof Result.Agrees);
        switch (result) {
            case Result.Differs differs -> fields.put("difference", differs.difference());
            case Result.Agrees agrees -> {
                fields.put("contest", agrees.contest());
                fields.put("stage", agrees.stage());
                if (agrees.corrects() != null) {
                    fields.put("corrects", agrees.corrects());
                }
                fields.put("counted", agrees.counted());
                fields.put("takenAsPublished", agrees.earlier());
                fields.put("sha256", sha256(pack));
            }
        }
        return fields;
    }

    private static String sha256(Path file) {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
