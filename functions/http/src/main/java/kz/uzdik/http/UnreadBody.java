package kz.uzdik.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.Text;
import org.jspecify.annotations.Nullable;

/** The refusal of a body that could not be read: no JSON at all, or JSON with a field at fault. */
final class UnreadBody {

    /** Without limits on doubled names: a text that has them is JSON, with a field at fault. */
    private static final JsonFactory PLAIN = new JsonFactory();

    private UnreadBody() {}

    /** Why {@code text} could not be read, {@code fault} being what the mapper said. */
    static Problem problem(String text, JsonProcessingException fault) {
        if (cause(fault, StreamConstraintsException.class) != null || !isJson(text)) {
            return notJson();
        }
        var number = cause(fault, InputCoercionException.class);
        var pointer = number != null
                ? pointerOfNumber(text, number)
                : fault instanceof JsonMappingException mapping ? pointer(mapping) : "";
        return Problem.ofField(400, "field-invalid", pointer, new Text("Өріс дұрыс емес.", "Поле заполнено неверно."));
    }

    private static Problem notJson() {
        return Problem.of(400, "not-json", new Text("Сұраныс JSON емес.", "Запрос не является JSON."));
    }

    private static <T extends Throwable> @Nullable T cause(Throwable fault, Class<T> type) {
        for (@Nullable Throwable e = fault; e != null; e = e.getCause()) {
            if (type.isInstance(e)) {
                return type.cast(e);
            }
        }
        return null;
    }

    /** Whether {@code text} is one value of JSON, whole, with nothing after it. */
    private static boolean isJson(String text) {
        try (var parser = PLAIN.createParser(text)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (IOException e) {
            return false;
        }
    }

    /** A number too great for its field is reported without the field's name, only with where it ends. */
    private static String pointerOfNumber(String text, InputCoercionException fault) {
        try (var parser = PLAIN.createParser(text)) {
            while (parser.nextToken() != null) {
                // The number is read to its end first: its place is known only then.
                if (parser.currentToken().isNumeric()
                        && !parser.getText().isEmpty()
                        && parser.currentLocation().getCharOffset()
                                >= fault.getLocation().getCharOffset()) {
                    return parser.getParsingContext().pathAsPointer().toString();
                }
            }
            return "";
        } catch (IOException e) {
            throw new IllegalStateException("read before", e);
        }
    }

    /** As RFC 6901 writes it; empty for the whole body. */
    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(r -> r.getFieldName() == null
                        ? Integer.toString(r.getIndex())
                        : Problem.FieldError.escaped(r.getFieldName()))
                .map(name -> "/" + name)
                .collect(Collectors.joining());
    }
}
