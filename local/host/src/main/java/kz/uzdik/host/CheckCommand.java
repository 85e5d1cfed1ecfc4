package kz.uzdik.host;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.DocumentKind;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.dossier.ArchiveContents.FileFound;
import kz.uzdik.contest.dossier.Finding;
import kz.uzdik.dossier.OfflineCheck;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a dossier's archive on this machine by the same rules as the cloud, at any later time. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks a dossier's archive by the contest's rules (§9–§11), offline.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:every rule is met", "1:something is not, or differs from the record", "2:wrong call"})
final class CheckCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "ARCHIVE", description = "The ZIP archive that was handed in")
    private Path archive = Path.of("");

    @Option(
            names = "--contest",
            required = true,
            paramLabel = "FILE",
            description = "The contest's definition, of the version to judge by")
    private Path contest = Path.of("");

    @Option(
            names = "--dossier",
            paramLabel = "FILE",
            description = "What GET /v1/dossiers/ID answered: judges the person too, and compares with the record")
    private @Nullable Path dossier;

    @Option(
            names = "--item",
            paramLabel = "PATH=ITEM",
            description = "Says which file is which item, for example «скан 4.pdf=questionnaire»; nothing behind = for"
                    + " none. May be repeated. Goes before what --dossier says that secretaries said.")
    private Map<String, String> items = Map.of();

    @Option(names = "--lang", paramLabel = "LANG", description = "kk (default) or ru")
    private String language = "kk";

    @Option(names = "--json", description = "Print the outcome as JSON")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (!List.of("kk", "ru").contains(language)) {
            System.err.println("uzdik: --lang is kk or ru");
            return 2;
        }
        var definition = DefinitionReader.read(text(contest));
        var record = dossier == null ? null : text(dossier);
        items.forEach((path, item) -> requireFit(definition, path, item));
        if (!Files.isRegularFile(archive)) {
            throw new HostException("there is no file " + archive);
        }
        OfflineCheck.Outcome outcome;
        try {
            outcome = OfflineCheck.of(definition, archive, record, items);
        } catch (IllegalArgumentException e) {
            throw new HostException(dossier + ": " + e.getMessage());
        }
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        if (json) {
            out.println(new String(Json.writeCanonical(outcome), StandardCharsets.UTF_8));
        } else {
            print(outcome, definition, out);
        }
        return outcome.admit() ? 0 : 1;
    }

    private static void requireFit(ContestDefinition definition, String path, String item) {
        var extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        boolean fits = definition.intake().documents().stream()
                .anyMatch(document ->
                        document.id().equals(item) && document.extensions().contains(extension));
        if (!fits && !item.isEmpty()) {
            throw new HostException("--item " + path + "=" + item + ": there is no such item of that format");
        }
    }

    private static String text(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new HostException("there is no file " + file);
        }
        return Files.readString(file);
    }

    private void print(OfflineCheck.Outcome outcome, ContestDefinition definition, PrintWriter out) {
        out.println(archive.getFileName() + "  SHA-256 " + outcome.sha256());
        out.println(say(
                        "Тіркелетін бақылау сомасы (бөліктердің SHA-256-сы): ",
                        "Регистрируемая контрольная сумма (SHA-256 частей): ")
                + outcome.partsSha256());
        out.println(say("%s, %d-нұсқасы бойынша", "%s, по версии %d")
                .formatted(outcome.contest(), outcome.definitionVersion()));
        out.println();
        outcome.contents().files().forEach(file -> out.println(line(file, outcome, definition)));
        out.println();
        outcome.findings().forEach(finding -> out.println(line(finding)));
        compare(
                outcome.sameArchive(),
                out,
                "Тіркелген мұрағаттың өзі.",
                "Это зарегистрированный архив.",
                "Бұл тіркелген мұрағат емес!",
                "Это не тот архив, что зарегистрирован!");
        compare(
                outcome.sameFindings(),
                out,
                "Нәтиже жазбадағыдай.",
                "Результат тот же, что в записи.",
                "Нәтиже жазбадағыдан өзгеше!",
                "Результат отличается от записанного!");
        out.println();
        out.println(
                outcome.admit()
                        ? say(
                                "Ұсыныс: жіберілсін. Шешімді комиссия қабылдайды.",
                                "Предложение: допустить. Решает комиссия.")
                        : say(
                                "Ұсыныс: жіберілмесін. Шешімді комиссия қабылдайды.",
                                "Предложение: не допускать. Решает комиссия."));
    }

    private void compare(
            @Nullable Boolean same, PrintWriter out, String yesKk, String yesRu, String noKk, String noRu) {
        if (same != null) {
            out.println(same ? mark(true) + say(yesKk, yesRu) : mark(false) + say(noKk, noRu));
        }
    }

    /** A file with the item it is, and whether anything was found against it. */
    private String line(FileFound file, OfflineCheck.Outcome outcome, ContestDefinition definition) {
        boolean met = outcome.findings().stream()
                .filter(finding -> file.name().equals(finding.file()))
                .allMatch(Finding::met);
        var item = definition.intake().documents().stream()
                .filter(document -> document.id().equals(file.document()))
                .map(DocumentKind::name)
                .findFirst()
                .orElse(new Text("құжаттар тізімінде жоқ файл", "файл вне перечня документов"));
        return mark(met) + file.name() + " — " + item.in(language);
    }

    private String line(Finding finding) {
        return mark(finding.met()) + finding.clause() + " " + finding.message().in(language);
    }

    private static String mark(boolean met) {
        return met ? "  ✓ " : "  ✗ ";
    }

    private String say(String kk, String ru) {
        return new Text(kk, ru).in(language);
    }
}
