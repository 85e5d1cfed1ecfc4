package kz.uzdik.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import kz.uzdik.contest.dossier.ArchiveContents.Problem.Kind;
import kz.uzdik.samples.FilmHeaders;
import kz.uzdik.samples.SampleVideo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Films tell their length by their own header, in every format that a dossier may bring. */
class FilmLengthTest {

    private static final Map<String, Function<Duration, byte[]>> FORMATS =
            Map.of("mp4", length -> SampleVideo.mp4(length, 3), "avi", FilmHeaders::avi, "webm", FilmHeaders::webm);

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "avi", "webm"})
    void tells_its_length(String format) throws IOException {
        for (var seconds : new int[] {31, 299, 300, 301, 7200}) {
            assertThat(seconds(film(format, seconds))).isEqualTo(seconds);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mp4", "avi", "webm"})
    void lives_through_any_damage(String format) {
        var sound = film(format, 240);
        var random = new Random(17);
        for (var round = 0; round < 2000; round++) {
            var film = sound.clone();
            for (var i = 0; i < 1 + random.nextInt(6); i++) {
                film[random.nextInt(Math.min(700, film.length))] = (byte) random.nextInt();
            }
            var cut = random.nextInt(5) == 0 ? Arrays.copyOf(film, random.nextInt(film.length)) : film;
            try {
                assertThat(seconds(cut)).isPositive().isFinite();
            } catch (IOException e) {
                assertThat(e).as("round %d", round).isNotNull();
            }
        }
    }

    @Test
    void is_told_from_other_files() {
        for (var other : new String[] {"", "MZ", "бұл бейне емес, жай мәтін", "%PDF-1.7 және тағы бірдеңе"}) {
            assertThatThrownBy(() -> seconds(other.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOfSatisfying(
                            UnfitException.class, e -> assertThat(e.kind()).isEqualTo(Kind.FALSE_FORMAT));
        }
    }

    @Test
    void says_so_where_a_recording_was_not_finished() {
        var film = film("webm", 240);
        film[indexOfDuration(film)] = 0x45;
        assertThatThrownBy(() -> seconds(film)).isInstanceOf(IOException.class);
    }

    private static int indexOfDuration(byte[] film) {
        for (var at = 0; at + 1 < film.length; at++) {
            if (film[at] == 0x44 && (film[at + 1] & 0xFF) == 0x89) {
                return at;
            }
        }
        throw new IllegalArgumentException("no duration");
    }

    private static byte[] film(String format, int seconds) {
        return FORMATS.get(format).apply(Duration.ofSeconds(seconds));
    }

    private static double seconds(byte[] film) throws IOException {
        return FilmLength.seconds(new ByteArrayInputStream(film));
    }
}
