package kz.uzdik.host;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * A packaged jar in a JVM of its own, run by AWS's runtime interface client as Lambda runs it. Nothing of the test's
 * class path is visible to it but that client.
 */
final class Sandbox implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String NATIVE_CLIENT =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";
    private static final Path LIBRARY = library();

    private final RuntimeApi api;
    private final Process process;
    private final Path log;

    private Sandbox(RuntimeApi api, Process process, Path log) {
        this.api = api;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts {@code jar}.
     *
     * @param jar the packaged function
     * @param handler the handler's class, as the template names it
     * @param environment the function's variables; this process's own are not passed on
     */
    static Sandbox start(Path jar, String handler, Map<String, String> environment) {
        try {
            var api = RuntimeApi.start();
            var log = Files.createTempFile("sandbox-", ".log");
            var builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "-D" + NATIVE_CLIENT + "=" + LIBRARY,
                    "-cp",
                    classPath(jar),
                    AWSLambda.class.getName(),
                    handler);
            builder.environment().clear();
            builder.environment().putAll(environment);
            builder.environment().putAll(lambda(handler, api.address()));
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
            return new Sandbox(api, builder.start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What becomes of {@code event}. */
    RuntimeApi.Outcome invoke(String event) {
        try {
            return api.invoke(event, PATIENCE);
        } catch (IllegalStateException e) {
            throw new IllegalStateException(e.getMessage() + "\n" + output(), e);
        }
    }

    /** What the function has written to its log so far. */
    String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> lambda(String handler, String address) {
        return Map.ofEntries(
                Map.entry("AWS_LAMBDA_RUNTIME_API", address),
                Map.entry("_HANDLER", handler),
                Map.entry("AWS_EXECUTION_ENV", "AWS_Lambda_java25"),
                Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
                Map.entry("AWS_LAMBDA_FUNCTION_NAME", "uzdik"),
                Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "1"),
                Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1024"),
                Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/uzdik"),
                Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "sandbox"));
    }

    private static String classPath(Path jar) {
        var runtime = Stream.of(AWSLambda.class, Context.class, PojoSerializer.class, SdkInternalThreadLocal.class)
                .map(Sandbox::source)
                .distinct();
        return Stream.concat(runtime, Stream.of(jar.toString())).collect(Collectors.joining(File.pathSeparator));
    }

    private static String source(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Taken out of the client's jar once: two clients starting together would overwrite each other's copy. */
    private static Path library() {
        var processor = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        try (var in = AWSLambda.class.getResourceAsStream("/jni/libaws-lambda-jni.linux-" + processor + ".so")) {
            if (in == null) {
                throw new IllegalStateException("the runtime interface client has no library for " + processor);
            }
            var file = Files.createTempFile("aws-lambda-jni-", ".so");
            Files.write(file, in.readAllBytes());
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        api.close();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
            Files.deleteIfExists(log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
