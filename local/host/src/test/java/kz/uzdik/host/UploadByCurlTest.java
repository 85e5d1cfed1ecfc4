package kz.uzdik.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kz.uzdik.engines.ProjectFolder;
import kz.uzdik.json.Json;
import kz.uzdik.samples.SampleDossier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/upload.md, run as they stand there by a shell, against a real host. */
@EnabledIf(value = "areThere", disabledReason = "curl, jq, split or xxd is not installed")
class UploadByCurlTest {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh|json)\\n(.*?)^```$");
    private static final int MEBIBYTE = 1024 * 1024;

    @TempDir
    private Path folder;

    static boolean areThere() {
        return List.of("sh", "curl", "jq", "split", "sha256sum", "xxd").stream()
                .allMatch(tool -> List.of(System.getenv("PATH").split(":")).stream()
                        .anyMatch(path -> Files.isExecutable(Path.of(path, tool))));
    }

    @Test
    void theDocumentedCommandsUploadADossier() throws Exception {
        var root = ProjectFolder.root();
        var doc = Files.readString(root.resolve("docs/upload.md"));
        Files.writeString(folder.resolve("facts.json"), blocks(doc, "json").getFirst());
        SampleDossier.good(3, "Бауыржан Тілеуов", "Тұщыкөл").write(folder.resolve("dossier.zip"), 11 * MEBIBYTE);
        var start = LocalDateTime.parse("2027-04-01T10:00");
        var options = new HostOptions(root, root.resolve("template.yaml"), 0, null, null, start);
        try (var host = Host.start(options)) {
            var commands = blocks(doc, "sh");
            var script = "set -eu\nSITE=%s\nTOKEN=%s\nARCHIVE=dossier.zip\nFACTS=facts.json\n"
                            .formatted(host.address(), token(host))
                    + commands.subList(1, commands.size() - 1).stream().collect(Collectors.joining("\n"));
            assertThat(run(script)).endsWith("complete\n");
            host.awaitIdle();
            var seen = Json.tree(run("SITE=%s\nTOKEN=%s\nDOSSIER=d-101051000\n".formatted(host.address(), token(host))
                    + commands.getLast()));
            assertThat(seen.at("/proposal/admit").asBoolean()).as("%s", seen).isTrue();
        }
    }

    private static String token(Host host) {
        var secretary = People.of(host.definition()).stream()
                .filter(person -> person.id().equals("secretary-100000000"))
                .findFirst()
                .orElseThrow();
        return host.token(secretary);
    }

    private static List<String> blocks(String doc, String language) {
        return BLOCK.matcher(doc)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    private String run(String script) throws IOException, InterruptedException {
        var process = new ProcessBuilder("sh", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
