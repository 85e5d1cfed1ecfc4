package kz.uzdik.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each packaged jar holds what its function needs, and nothing of the others'. */
class JarContentsTest {

    private static final long MEGABYTE = 1024 * 1024;
    private static final List<String> PACKAGES =
            List.of("dossier", "vote", "receipt", "tally", "jury", "ranking", "mail");

    /** Lambda takes 250 MB unpacked; small ones start sooner. */
    @ParameterizedTest
    @MethodSource("kz.uzdik.host.Functions#names")
    void aJarIsSmall(String function) throws IOException {
        assertThat(Files.size(Functions.jar(function))).isLessThan(30 * MEGABYTE);
    }

    @Test
    void theVotesJarIsTheSmallestSort() throws IOException {
        assertThat(Files.size(Functions.jar("VoteFunction"))).isLessThan(15 * MEGABYTE);
    }

    @Test
    void theVoteKnowsNeitherFilesNorMailNorDocuments() {
        holdsNothingOf(
                "VoteFunction",
                "software/amazon/awssdk/services/s3/",
                "software/amazon/awssdk/services/sesv2/",
                "kz/uzdik/files/",
                "org/apache/pdfbox/",
                "org/apache/commons/compress/",
                "org/dhatim/",
                "com/drew/",
                "com/samskivert/");
    }

    @Test
    void whoLooksReceiptsUpKnowsNoSecret() {
        holdsNothingOf("ReceiptFunction", "software/amazon/awssdk/services/secretsmanager/", "kz/uzdik/keys/");
    }

    @Test
    void theTallyKnowsNoSecret() {
        holdsNothingOf("TallyFunction", "software/amazon/awssdk/services/secretsmanager/", "kz/uzdik/keys/");
    }

    @Test
    void onlyMailHoldsSes() {
        Functions.names()
                .filter(function -> !Functions.handler(function).startsWith("kz.uzdik.mail."))
                .forEach(function -> holdsNothingOf(function, "software/amazon/awssdk/services/sesv2/"));
    }

    @ParameterizedTest
    @MethodSource("kz.uzdik.host.Functions#names")
    void aJarHoldsNeitherAnotherFunctionNorWhatTestsNeed(String function) {
        var own = Functions.handler(function).split("\\.")[2];
        var foreign = Stream.concat(
                PACKAGES.stream().filter(name -> !name.equals(own)).map(name -> "kz/uzdik/" + name + "/"),
                Stream.of(
                        "kz/uzdik/engines/",
                        "kz/uzdik/host/",
                        "org/junit/",
                        "org/assertj/",
                        "com/amazonaws/services/dynamodbv2/",
                        "org/gaul/",
                        "io/netty/",
                        "org/apache/http/"));
        holdsNothingOf(function, foreign.toArray(String[]::new));
    }

    private static void holdsNothingOf(String function, String... prefixes) {
        try (var jar = new ZipFile(Functions.jar(function).toFile())) {
            assertThat(jar.stream().map(ZipEntry::getName))
                    .as(function)
                    .noneMatch(name -> Arrays.stream(prefixes).anyMatch(name::startsWith));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
