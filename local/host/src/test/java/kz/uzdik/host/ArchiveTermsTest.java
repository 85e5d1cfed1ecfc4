package kz.uzdik.host;

import static kz.uzdik.host.CloudTemplate.list;
import static kz.uzdik.host.CloudTemplate.map;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import kz.uzdik.contest.definition.Calendar;
import kz.uzdik.json.DefinitionReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long the bucket keeps archives, held against the calendars of the editions. */
class ArchiveTermsTest {

    private final CloudTemplate template = CloudTemplate.read();

    @ParameterizedTest
    @ValueSource(strings = {"best-akim-2020.json", "best-akim-2027.json"})
    void partsOfAnUploadStayUntilTheGraceIsOver(String contest) throws IOException {
        var calendar = calendar(contest);
        var days = (Integer)
                map(rule("unfinished").get("AbortIncompleteMultipartUpload")).get("DaysAfterInitiation");
        assertThat(days.longValue()).isGreaterThan(days(calendar.intake().opens(), calendar.uploadUntil()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"best-akim-2020.json", "best-akim-2027.json"})
    void anArchiveOutlivesTheContestAndThenGoesWithAllItsVersions(String contest) throws IOException {
        var calendar = calendar(contest);
        var rule = rule("term-is-over");
        assertThat(rule.get("Prefix")).as("scans of paper ballots stay").isEqualTo("dossiers/");
        assertThat(rule.get("ExpirationInDays")).isEqualTo(Map.of("Ref", "ArchiveDays"));
        assertThat(map(rule.get("NoncurrentVersionExpiration")).get("NoncurrentDays"))
                .isEqualTo(1);
        assertThat(rule("marks-of-the-removed").get("ExpiredObjectDeleteMarker"))
                .isEqualTo(true);
        assertThat(Long.parseLong((String) template.parameter("ArchiveDays").get("Default")))
                .isGreaterThan(days(calendar.intake().opens(), calendar.republicanUntil()));
    }

    private Map<?, ?> rule(String id) {
        var bucket = map(template.resource("DossiersBucket").get("Properties"));
        var rules = list(map(bucket.get("LifecycleConfiguration")).get("Rules"));
        return map(rules.stream()
                .filter(rule -> map(rule).get("Id").equals(id))
                .findFirst()
                .orElseThrow());
    }

    private static Calendar calendar(String contest) throws IOException {
        return DefinitionReader.read(Files.readString(
                        CloudTemplate.PROJECT.resolve("contests").resolve(contest)))
                .calendar();
    }

    private static long days(LocalDateTime from, LocalDateTime until) {
        return ChronoUnit.DAYS.between(from, until);
    }
}
