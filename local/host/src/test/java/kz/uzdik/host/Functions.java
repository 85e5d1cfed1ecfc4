package kz.uzdik.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The template's functions and their packaged jars, for tests that go through all of them. */
final class Functions {

    static final CloudTemplate TEMPLATE = CloudTemplate.read();

    private Functions() {}

    /** Logical ids of all functions. */
    static Stream<String> names() {
        return TEMPLATE.resources("AWS::Serverless::Function").keySet().stream();
    }

    /** The jar that {@code CodeUri} names; it must have been packaged. */
    static Path jar(String function) {
        var jar = CloudTemplate.PROJECT.resolve(
                (String) TEMPLATE.function(function).get("CodeUri"));
        if (!Files.exists(jar)) {
            throw new IllegalStateException(
                    jar + " is not there: these tests need the phase package, as in mvn verify");
        }
        return jar;
    }

    /** The handler's class. */
    static String handler(String function) {
        return (String) TEMPLATE.function(function).get("Handler");
    }

    /** A file of the folder {@code events}. */
    static String event(String name) {
        try {
            return Files.readString(CloudTemplate.PROJECT.resolve("events").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
