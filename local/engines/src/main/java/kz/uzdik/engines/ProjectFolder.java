package kz.uzdik.engines;

import java.nio.file.Files;
import java.nio.file.Path;

/** The project's root: the folder that holds {@code local/dynamodb}, found upwards from where the JVM was started. */
public final class ProjectFolder {

    /** System property that names the root where it cannot be found upwards. */
    public static final String PROPERTY = "uzdik.root";

    private ProjectFolder() {}

    /** The root. Throws {@link IllegalStateException} where there is none. */
    public static Path root() {
        var given = System.getProperty(PROPERTY);
        if (given != null) {
            return Path.of(given).toAbsolutePath().normalize();
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("local/dynamodb")) && Files.exists(folder.resolve("pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException("not inside the project; name its folder with -D" + PROPERTY + "=…");
    }
}
