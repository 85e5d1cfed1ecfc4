package kz.uzdik.host;

import java.nio.file.Path;
import kz.uzdik.engines.ProjectFolder;
import org.jspecify.annotations.Nullable;

/** The tests' stack: a template of its own, the project's contest. */
final class Stack {

    private Stack() {}

    static Host start(@Nullable Path data) {
        var root = ProjectFolder.root();
        return Host.start(new HostOptions(
                root,
                root.resolve("local/host/src/test/resources/stack/template.yaml"),
                0,
                data,
                root.resolve("contests/best-akim-2027.json"),
                null));
    }
}
