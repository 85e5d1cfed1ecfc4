package kz.uzdik.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kz.uzdik.contest.definition.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class DefinitionReaderTest {

    private static final ObjectNode SMALL = smallDefinition();

    private final ObjectNode tree = SMALL.deepCopy();

    /** The edition of 2020 with two districts of one oblast and one of another. */
    private static ObjectNode smallDefinition() {
        try {
            var tree = (ObjectNode) Json.tree(Files.readString(Path.of("../../contests/best-akim-2020.json")));
            keep(2, tree.at("/oblasts"));
            keep(2, tree.at("/oblasts/0/districts"));
            keep(1, tree.at("/oblasts/1/districts"));
            return tree;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keep(int elements, JsonNode array) {
        while (array.size() > elements) {
            ((ArrayNode) array).remove(elements);
        }
    }

    @Test
    void soundDefinitionIsRead() {
        assertThat(DefinitionReader.read(tree.toString()).oblasts()).hasSize(2);
    }

    /** Each line breaks one field of a sound definition: the fault must name the field and say what is wrong. */
    @ParameterizedTest(name = "{0} = {1}")
    @CsvFileSource(resources = "/definition/faults.csv", delimiter = '|', quoteCharacter = '~', numLinesToSkip = 1)
    void namesTheFieldAtFault(String pointer, String value, String faultAt, String message) throws IOException {
        set(pointer, value);
        var exception = catchThrowableOfType(DefinitionException.class, () -> DefinitionReader.read(tree.toString()));
        assertThat(exception).isNotNull();
        assertThat(exception.faults()).anySatisfy(fault -> {
            assertThat(fault.field()).isEqualTo(faultAt == null ? "" : faultAt);
            assertThat(fault.message()).contains(message);
        });
    }

    @Test
    void namesEveryFaultNotJustTheFirst() throws IOException {
        set("/version", "\"one\"");
        set("/surveys/0/scale/lowst", "1");
        set("/surveys/0/scale/lowest", "-");
        set("/stages/0/components/0/weight", "\"0.5\"");
        assertThat(faultsOf(tree))
                .extracting(Fault::field)
                .containsExactlyInAnyOrder(
                        "/version",
                        "/surveys/0/scale/lowest",
                        "/surveys/0/scale/lowst",
                        "/stages/0/components/0/weight");
        set("/version", "1");
        set("/surveys/0/scale/lowst", "-");
        set("/surveys/0/scale/lowest", "0");
        set("/stages/0/components/0/weight", "0.4");
        assertThat(faultsOf(tree))
                .extracting(Fault::field)
                .containsExactly("/surveys/0/scale/lowest", "/stages/0/components");
    }

    @Test
    void messageListsEachFaultOnALineOfItsOwn() throws IOException {
        set("/version", "0");
        set("/title/ru", "\" \"");
        assertThatThrownBy(() -> DefinitionReader.read(tree.toString())).hasMessage("""
            the contest definition is faulty:
              /version: is 0, must be at least 1
              /title/ru: must not be blank\
            """);
    }

    @Test
    void textThatIsNoJsonIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> DefinitionReader.read("{\n\"id\": }"))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("line 2");
        assertThatThrownBy(() -> DefinitionReader.read("")).isInstanceOf(DefinitionException.class);
        assertThatThrownBy(() -> DefinitionReader.read("[]")).isInstanceOf(DefinitionException.class);
        assertThatThrownBy(() -> DefinitionReader.read("null")).isInstanceOf(DefinitionException.class);
    }

    @Test
    void fieldGivenTwiceIsRefused() {
        var twice = tree.toString().replaceFirst("\\{", "{\"version\":1,");
        assertThatThrownBy(() -> DefinitionReader.read(twice))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("version");
    }

    @Test
    void twoStepsOfTheCalendarMayFallOnOneMoment() throws IOException {
        set("/appeals/by", "[]");
        set("/calendar/checkUntil", "\"2020-06-30T18:00:00\"");
        set("/calendar/selectionUntil", "\"2020-06-30T18:00:00\"");
        assertThat(DefinitionReader.read(tree.toString()).calendar().checkUntil())
                .isEqualTo("2020-06-30T18:00:00");
    }

    private static List<Fault> faultsOf(JsonNode tree) {
        var exception = catchThrowableOfType(DefinitionException.class, () -> DefinitionReader.read(tree.toString()));
        return exception.faults();
    }

    /** Sets the field at {@code pointer}; {@code -} takes it away. */
    private void set(String pointer, String value) throws IOException {
        var at = JsonPointer.compile(pointer);
        var parent = tree.at(at.head());
        var name = at.last().getMatchingProperty();
        if (parent instanceof ArrayNode array) {
            array.set(at.last().getMatchingIndex(), Json.tree(value));
        } else if (value.equals("-")) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, Json.tree(value));
        }
    }
}
