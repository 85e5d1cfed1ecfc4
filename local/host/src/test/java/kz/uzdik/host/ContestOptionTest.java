package kz.uzdik.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.uzdik.engines.ProjectFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContestOptionTest {

    @Test
    void theFunctionsReadTheContestThatIsNamed(@TempDir Path folder) throws Exception {
        var root = ProjectFolder.root();
        var text = Files.readString(root.resolve("contests/best-akim-2027.json"))
                .replace("{\"kind\": \"code\", \"roll\": false}", "{\"kind\": \"invite\"}");
        var contest = Files.writeString(folder.resolve("contest.json"), text);
        try (var host = Host.start(new HostOptions(root, root.resolve("template.yaml"), 0, null, contest, null));
                var http = HttpClient.newHttpClient()) {
            var asked = HttpRequest.newBuilder(URI.create(host.address() + "/v1/surveys/satisfaction/codes"))
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build();
            assertThat(http.send(asked, BodyHandlers.ofString()).body()).contains("identity-other");
        }
    }
}
