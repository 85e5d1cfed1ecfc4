package kz.uzdik.json;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of clauses in {@code docs/rules.md} names no class and no test that does not exist, and leaves out none. */
class RulesTableTest {

    private static final Path REPOSITORY = Path.of("../..");
    private static final Pattern CLASS = Pattern.compile("`([A-Z][A-Za-z]+)(?:\\.[A-Za-z.]+)?`");
    private static final Pattern CASES = Pattern.compile("(golden|eligibility) ((?:`[A-Za-z-]+`(?:, )?)+)");
    private static final Pattern CLAUSE = Pattern.compile("(?m)^\\| §(\\d+)");

    @Test
    void everyClauseHasARow() throws IOException {
        var clauses = CLAUSE.matcher(table())
                .results()
                .map(row -> Integer.parseInt(row.group(1)))
                .collect(toSet());
        assertThat(clauses).isEqualTo(IntStream.rangeClosed(1, 26).boxed().collect(toSet()));
    }

    @Test
    void everyClassNamedExists() throws IOException {
        var named = CLASS.matcher(table()).results().map(name -> name.group(1)).filter(notAConstant());
        assertThat(sources()).containsAll(named.toList());
    }

    @Test
    void everyCaseNamedExistsAndEveryCaseIsNamed() throws IOException {
        for (var kind : Set.of("golden", "eligibility")) {
            var named = new TreeSet<String>();
            CASES.matcher(table())
                    .results()
                    .filter(cases -> cases.group(1).equals(kind))
                    .flatMap(cases -> Stream.of(cases.group(2).split("[`, ]+")))
                    .filter(name -> !name.isEmpty())
                    .forEach(named::add);
            assertThat(named).as(kind).containsExactlyElementsOf(folders(kind));
        }
    }

    private static Predicate<String> notAConstant() {
        return name -> !name.equals(name.toUpperCase(Locale.ROOT));
    }

    private static TreeSet<String> folders(String kind) throws IOException {
        try (var folders = Files.list(Path.of("src/test/resources", kind))) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
        }
    }

    private static Set<String> sources() throws IOException {
        var names = new TreeSet<String>();
        for (var part : Set.of("functions", "local", "verify")) {
            try (var files = Files.walk(REPOSITORY.resolve(part))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".java"))
                        .map(name -> name.substring(0, name.length() - ".java".length()))
                        .forEach(names::add);
            }
        }
        return names;
    }

    private static String table() throws IOException {
        return Files.readString(REPOSITORY.resolve("docs/rules.md"));
    }
}
