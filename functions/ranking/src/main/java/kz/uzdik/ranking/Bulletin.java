package kz.uzdik.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Places;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.ranking.Explanation;
import kz.uzdik.contest.ranking.JudgedSheets;
import kz.uzdik.contest.ranking.Participant;
import kz.uzdik.contest.ranking.Rating;
import kz.uzdik.contest.ranking.Rating.Standing;
import kz.uzdik.store.AnnouncedStage;

/** An announced stage as it is told to people: names beside ids, sentences beside outcomes. */
final class Bulletin {

    private final AnnouncedStage announced;
    private final Stage stage;
    private final Places places;
    private final Map<String, Participant> participants;
    private final Explanation explanation;
    private final JudgedSheets judged;

    Bulletin(AnnouncedStage announced) {
        this.announced = announced;
        this.places = Places.of(announced.snapshot().definition());
        this.stage = definition().stages().stream()
                .filter(one -> one.id().equals(announced.announcement().stage()))
                .findFirst()
                .orElseThrow();
        this.participants = announced.snapshot().facts().participants().stream()
                .collect(Collectors.toMap(Participant::candidate, Function.identity()));
        this.explanation = new Explanation(definition(), announced.snapshot().facts());
        this.judged = new JudgedSheets(definition(), announced.snapshot().facts());
    }

    AnnouncedStage announced() {
        return announced;
    }

    /** Whose sheets on whom count. */
    JudgedSheets judged() {
        return judged;
    }

    ContestDefinition definition() {
        return announced.snapshot().definition();
    }

    Stage stage() {
        return stage;
    }

    List<Rating.ScopeRating> scopes() {
        return announced.rating().scopes();
    }

    Participant participant(String candidate) {
        var participant = participants.get(candidate);
        if (participant == null) {
            throw new IllegalStateException(candidate + " does not take part in " + stage.id());
        }
        return participant;
    }

    /** The candidate's name; the id itself of one who does not take part. */
    String name(String candidate) {
        var participant = participants.get(candidate);
        return participant == null ? candidate : participant.name();
    }

    Text scopeName(String scope) {
        return places.oblast(scope)
                .map(oblast -> oblast.name())
                .orElseGet(() -> new Text(Words.KK.get("republic"), Words.RU.get("republic")));
    }

    /** Whether {@code dossier}, {@code d-<okrug>}, belongs to {@code scope}. */
    boolean isIn(String scope, String dossier) {
        return scope.equals(Stage.REPUBLIC)
                || places.oblastOf(dossier.substring(2))
                        .filter(oblast -> oblast.kato().equals(scope))
                        .isPresent();
    }

    Text okrug(Participant participant) {
        return places.okrug(participant.okrug()).orElseThrow().name();
    }

    Text district(Participant participant) {
        return places.districtOf(participant.okrug()).orElseThrow().name();
    }

    /** What the standing means for the candidate, nominations included. */
    Text verdict(Standing standing) {
        var sentences = new ArrayList<>(List.of(explanation.outcome(standing.outcome())));
        nominations(standing)
                .forEach(title ->
                        sentences.add(new Text("Номинация: " + title.kk() + ".", "Номинация: " + title.ru() + ".")));
        return joined(sentences);
    }

    /** Every sentence on how the standing came about. */
    Text explanation(Standing standing) {
        return joined(explanation.sentences(standing));
    }

    List<Text> nominations(Standing standing) {
        return standing.nominations().stream()
                .flatMap(id -> stage.nominations().stream()
                        .filter(nomination -> nomination.id().equals(id)))
                .map(nomination -> nomination.title())
                .toList();
    }

    private static Text joined(List<Text> sentences) {
        return new Text(
                sentences.stream().map(Text::kk).collect(Collectors.joining(" ")),
                sentences.stream().map(Text::ru).collect(Collectors.joining(" ")));
    }
}
