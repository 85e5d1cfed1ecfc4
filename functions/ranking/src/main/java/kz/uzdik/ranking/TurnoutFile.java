package kz.uzdik.ranking;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.files.Published;
import kz.uzdik.json.Json;
import kz.uzdik.store.AnnouncedStage;

/**
 * How many ballots count so far, by okrug: {@code data/turnout-<survey>.json}, so that nobody need ask a function. Once
 * an hour and in steps of the survey's minimum group: a number that went from 0 to 1 would tell when somebody voted.
 */
final class TurnoutFile {

    private final Works works;

    TurnoutFile(Works works) {
        this.works = works;
    }

    /** {@code hour} in the contest's zone; {@code ballots} and {@code paper} are multiples of {@code step}, rounded down. */
    private record Turnout(String survey, LocalDateTime hour, int step, List<Voted> okrugs) {}

    private record Voted(String okrug, long ballots, long paper) {}

    /** Publishes the files whose hour has passed, once votes are taken, and says which. */
    List<String> publish() {
        var now = LocalDateTime.ofInstant(works.now(), works.definition().zone());
        var published = new ArrayList<String>();
        for (var survey : works.definition().surveys()) {
            var announced = works.facts().announced(survey.after());
            if (announced.isPresent() && !now.isBefore(survey.window().opens())) {
                var hour = now.truncatedTo(ChronoUnit.HOURS);
                var key = "data/turnout-" + survey.id() + ".json";
                if (!isThere(key, hour)) {
                    var turnout = turnout(survey, announced.get(), hour);
                    works.published().put(key, Json.writeCanonical(turnout), "application/json", Published.MINUTE);
                    published.add(key);
                }
            }
        }
        return published;
    }

    private boolean isThere(String key, LocalDateTime hour) {
        return works.published()
                .get(key)
                .map(bytes -> Json.readOwn(new String(bytes, StandardCharsets.UTF_8), Turnout.class))
                .filter(turnout -> turnout.hour().equals(hour))
                .isPresent();
    }

    private Turnout turnout(Survey survey, AnnouncedStage announced, LocalDateTime hour) {
        var step = survey.minimumGroup();
        var record = works.surveys().read(survey.id());
        var count = works.tallies().count(survey.id(), record.annulments());
        var paper = record.paper().count(record.annulments());
        return new Turnout(
                survey.id(),
                hour,
                step,
                announced.chosen().stream()
                        .map(one -> new Voted(
                                one.okrug(),
                                count.ballots(one.candidate()) / step * step,
                                paper.ballots(one.candidate()) / step * step))
                        .toList());
    }
}
