package kz.uzdik.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.samples.FormWorkbook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the forms of an edition as empty workbooks, which the secretary's page offers for download. */
@Command(
        name = "forms",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the edition's forms as empty workbooks, in Kazakh and Russian: FOLDER/CONTEST/ITEM-LANG.xlsx.",
            "To be run, with web/forms as the folder, whenever a form in the definition changes."
        })
final class FormsCommand implements Callable<Integer> {

    @Option(names = "--contest", required = true, paramLabel = "FILE", description = "The contest's definition")
    private Path contest = Path.of("");

    @Option(names = "--out", paramLabel = "FOLDER", description = "Default: ${DEFAULT-VALUE}")
    private Path out = Path.of("web", "forms");

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(contest)) {
            throw new HostException("there is no file " + contest);
        }
        var definition = DefinitionReader.read(Files.readString(contest));
        var folder = Files.createDirectories(out.resolve(definition.id()));
        for (var document : definition.intake().documents()) {
            if (document.form() != null) {
                for (var language : List.of("kk", "ru")) {
                    var file = folder.resolve(document.id() + "-" + language + ".xlsx");
                    System.out.println(Files.write(file, new FormWorkbook(document, language).empty()));
                }
            }
        }
        return 0;
    }
}
