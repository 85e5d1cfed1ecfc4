package kz.uzdik.host.rehearsal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import kz.uzdik.verify.Verify;

/** Fetches the evidence pack of each stage as published, has it built again, and recounts it. */
final class Evidence {

    private static final String STEP = "evidence";

    private final Play play;
    private final Path out;

    Evidence(Play play, Path out) {
        this.play = play;
        this.out = out;
    }

    void run() {
        var stages = play.definition().stages();
        play.progress().begin("evidence", stages.size());
        for (var stage : stages) {
            var name = "evidence-" + stage.id() + ".zip";
            play.ledger().expect(STEP, name + ": built again, byte for byte", 1);
            play.ledger().expect(STEP, name + ": recounted without a difference", 1);
            var published = play.doors().file("/evidence/" + name);
            var rebuilt = play.doors()
                    .post("/v1/evidence/" + stage.id(), play.agency(), Map.of())
                    .orFail(200);
            var again = play.doors().file("/" + rebuilt.body().path("key").asText());
            play.ledger().find(STEP, name + ": built again, byte for byte", Arrays.equals(published, again) ? 1 : 0);
            var file = write(name, published);
            play.ledger().find(STEP, name + ": recounted without a difference", agrees(file) ? 1 : 0);
            new Heard(play, stage).check(file);
            play.progress().step();
        }
    }

    /** Recounts {@code pack} as anyone would; what differs is told at once. */
    private static boolean agrees(Path pack) {
        var said = new StringWriter();
        var writer = new PrintWriter(said, true);
        boolean agrees = Verify.run(writer, writer, pack.toString()) == 0;
        if (!agrees) {
            System.err.println(said);
        }
        return agrees;
    }

    private Path write(String name, byte[] bytes) {
        try {
            return Files.write(out.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
