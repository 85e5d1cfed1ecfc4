package kz.uzdik.host.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import kz.uzdik.contest.definition.Component;
import kz.uzdik.contest.definition.Identity;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.json.Json;
import kz.uzdik.json.pack.PackFiles;
import kz.uzdik.json.pack.PackReader;

/** What a stage publishes of its surveys: answers of groups that are large enough, channels apart, and who was heard in words. */
final class Heard {

    private static final List<String> LANGUAGES = List.of("kk", "ru");

    private final Play play;
    private final Stage stage;

    Heard(Play play, Stage stage) {
        this.play = play;
        this.stage = stage;
    }

    /** Holds the stage's results and {@code pack} against what people said. */
    void check(Path pack) {
        var results = results();
        for (var component : stage.components()) {
            if (component instanceof Component.OfSurvey of) {
                var survey = play.definition().survey(of.survey()).orElseThrow();
                expect(survey);
                published(survey, pack);
                results.path("scopes")
                        .forEach(scope -> scope.path("standings").forEach(standing -> explained(of, survey, standing)));
                if (survey.anomalies() != null) {
                    figures(survey);
                }
            }
        }
    }

    private void expect(Survey survey) {
        var forecast = play.forecast();
        var akims = forecast.participants(stage);
        var ledger = play.ledger();
        ledger.expect(
                stage.id(),
                survey.id() + ": answers published",
                akims.stream()
                        .mapToLong(akim -> forecast.electronic(survey, akim))
                        .filter(ballots -> ballots >= survey.minimumGroup())
                        .sum());
        ledger.expect(
                stage.id(),
                survey.id() + ": candidates whose answers are withheld",
                akims.stream()
                        .mapToLong(akim -> forecast.electronic(survey, akim))
                        .filter(ballots -> ballots > 0 && ballots < survey.minimumGroup())
                        .count());
        for (var language : LANGUAGES) {
            ledger.expect(stage.id(), survey.id() + ": places that say who was heard, " + language, akims.size());
        }
        ledger.expect(
                stage.id(),
                survey.id() + ": ballots told by channel: electronic",
                akims.stream()
                        .mapToLong(akim -> forecast.electronic(survey, akim))
                        .sum());
        ledger.expect(
                stage.id(),
                survey.id() + ": ballots told by channel: paper",
                akims.stream().mapToLong(akim -> forecast.paper(survey, akim)).sum());
    }

    private void published(Survey survey, Path pack) {
        var shown = new TreeSet<String>();
        var silent = new TreeSet<String>();
        try (var reader = PackReader.open(pack)) {
            reader.lines(PackFiles.answers(survey.id()), (number, line) -> {
                shown.add(candidate(line));
                play.ledger().find(stage.id(), survey.id() + ": answers published");
            });
            reader.lines(PackFiles.receipts(survey.id()), (number, line) -> {
                var candidate = line.substring(0, line.indexOf(' '));
                if (!shown.contains(candidate)) {
                    silent.add(candidate);
                }
            });
        }
        play.ledger().find(stage.id(), survey.id() + ": candidates whose answers are withheld", silent.size());
    }

    private void explained(Component.OfSurvey of, Survey survey, JsonNode standing) {
        for (var points : standing.path("components")) {
            if (points.path("component").asText().equals(of.id())) {
                var channels = points.path("channels");
                play.ledger()
                        .find(
                                stage.id(),
                                survey.id() + ": ballots told by channel: electronic",
                                channels.path("electronic").asLong());
                play.ledger()
                        .find(
                                stage.id(),
                                survey.id() + ": ballots told by channel: paper",
                                channels.path("paper").asLong());
            }
        }
        var akim = play.forecast().participants(stage).stream()
                .filter(one -> one.dossier().equals(standing.path("candidate").asText()))
                .findFirst()
                .orElseThrow();
        var words = words(survey, akim);
        for (var language : LANGUAGES) {
            if (standing.path("explanation").path(language).asText().contains(words.in(language))) {
                play.ledger().find(stage.id(), survey.id() + ": places that say who was heard, " + language);
            }
        }
    }

    private Text words(Survey survey, Nominee akim) {
        var forecast = play.forecast();
        long heard = forecast.counted(survey, akim).size();
        long paper = forecast.paper(survey, akim);
        var who = survey.identity() instanceof Identity.Invite
                ? new Text("шақырылғандардың жауабы — ", "ответов приглашённых — ")
                : new Text("тұрғындардың дауысы — ", "голосов жителей — ");
        if (paper == 0) {
            return new Text(who.kk() + heard, who.ru() + heard);
        }
        long electronic = forecast.electronic(survey, akim);
        return new Text(
                who.kk() + heard + " (электронды — " + electronic + ", қағазда — " + paper,
                who.ru() + heard + " (электронных — " + electronic + ", на бумаге — " + paper);
    }

    /** The public figures, of all the survey's candidates. */
    private void figures(Survey survey) {
        var ledger = play.ledger();
        ledger.expect(
                stage.id(),
                survey.id() + ": codes in the figures",
                play.forecast().asked(survey));
        ledger.expect(
                stage.id(),
                survey.id() + ": ballots on paper in the figures",
                play.forecast().paper(survey));
        var figures = json(play.doors().file("/data/figures-" + survey.id() + ".json"));
        var domains = figures.path("domains");
        domains.path("counts")
                .forEach(codes -> ledger.find(stage.id(), survey.id() + ": codes in the figures", codes.asLong()));
        ledger.find(
                stage.id(),
                survey.id() + ": codes in the figures",
                domains.path("smallBallots").asLong());
        figures.path("okrugs")
                .forEach(okrug -> ledger.find(
                        stage.id(),
                        survey.id() + ": ballots on paper in the figures",
                        okrug.path("paper").asLong()));
    }

    private JsonNode results() {
        return json(play.doors().file("/data/results-" + stage.id() + ".json"));
    }

    private static String candidate(String line) {
        return json(line.getBytes(StandardCharsets.UTF_8)).path("candidate").asText();
    }

    private static JsonNode json(byte[] bytes) {
        try {
            return Json.tree(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
