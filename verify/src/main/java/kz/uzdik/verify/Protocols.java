package kz.uzdik.verify;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.uzdik.contest.ranking.Rating.Standing;
import kz.uzdik.json.pack.PackContents;
import kz.uzdik.json.pack.PackFiles;
import kz.uzdik.json.pack.PackReader;

/**
 * Both protocols show every candidate's points as rated: after the name come, as the first numbers of four decimals,
 * the components' points in their order and the total. The wording of a protocol is not recounted.
 */
final class Protocols {
    private static final Pattern POINTS = Pattern.compile("(?<![\\d.,])\\d{1,3}[.,]\\d{4}(?![\\d])");

    private final PackReader reader;
    private final PackContents pack;
    private final Names names;

    Protocols(PackReader reader, PackContents pack, Names names) {
        this.reader = reader;
        this.pack = pack;
        this.names = names;
    }

    Optional<String> difference() {
        return Check.first(() -> difference(PackFiles.PROTOCOL_KK), () -> difference(PackFiles.PROTOCOL_RU));
    }

    private Optional<String> difference(String file) {
        var text = text(reader.text(file));
        return pack.rating().scopes().stream()
                .flatMap(scope -> scope.standings().stream())
                .filter(standing -> !shows(text, standing))
                .findFirst()
                .map(standing -> file + " does not show " + names.candidate(standing.candidate()) + " with points "
                        + String.join(", ", numbers(standing)));
    }

    private boolean shows(String text, Standing standing) {
        var name = squeezed(pack.participants().stream()
                .filter(participant -> participant.candidate().equals(standing.candidate()))
                .map(participant -> participant.name())
                .findFirst()
                .orElse(standing.candidate()));
        var numbers = numbers(standing);
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            var found = POINTS.matcher(text)
                    .region(at + name.length(), text.length())
                    .results()
                    .limit(numbers.size())
                    .map(match -> match.group().replace(',', '.'))
                    .toList();
            if (found.equals(numbers)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> numbers(Standing standing) {
        return Stream.concat(standing.components().stream().map(points -> points.points()), Stream.of(standing.total()))
                .map(number -> number.toPlainString())
                .toList();
    }

    /** The words of {@code html}, without markup. */
    static String text(String html) {
        return squeezed(html.replaceAll("<[^<>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&#x60;", "`")
                .replace("&#x3D;", "=")
                .replace("&amp;", "&"));
    }

    static String squeezed(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
