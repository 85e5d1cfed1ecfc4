package kz.uzdik.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.Announcing;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Places;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.ranking.Explanation;
import kz.uzdik.contest.ranking.JudgedSheets;
import kz.uzdik.contest.ranking.Participant;
import kz.uzdik.contest.ranking.Rating;
import kz.uzdik.contest.ranking.Rating.Standing;
import kz.uzdik.contest.ranking.RatingChange;
import kz.uzdik.contest.ranking.ShownMembers;
import kz.uzdik.contest.ranking.StageFacts;
import kz.uzdik.store.AnnouncedStage;
import org.jspecify.annotations.Nullable;

/** An announced stage as it is told to people: names beside ids, sentences beside outcomes. */
final class Bulletin {

    private final AnnouncedStage announced;
    private final Stage stage;
    private final ShownMembers shown;
    private final Places places;
    private final Map<String, Participant> participants;
    private final Explanation explanation;
    private final JudgedSheets judged;
    private final @Nullable Bulletin before;

    Bulletin(AnnouncedStage announced) {
        this.announced = announced;
        this.places = Places.of(announced.snapshot().definition());
        this.stage = definition().stages().stream()
                .filter(one -> one.id().equals(announced.announcement().stage()))
                .findFirst()
                .orElseThrow();
        this.participants = announced.snapshot().facts().participants().stream()
                .collect(Collectors.toMap(Participant::candidate, Function.identity()));
        this.shown = ShownMembers.of(
                definition(), announced.snapshot().facts(), announced.snapshot().minutes());
        this.explanation = new Explanation(definition(), shown.facts());
        this.before = announced.corrected() == null ? null : new Bulletin(announced.corrected());
        this.judged = new JudgedSheets(definition(), shown.facts());
    }

    AnnouncedStage announced() {
        return announced;
    }

    /** Facts and minutes with the members as they are shown. */
    ShownMembers shown() {
        return shown;
    }

    /** Whether members are shown by numbers. */
    boolean isAnonymised() {
        return definition().announcing().members() == Announcing.Members.ANONYMISED;
    }

    /** Whose sheets on whom count. */
    JudgedSheets judged() {
        return judged;
    }

    /** How many ballots on {@code candidate} came to {@code survey} through which channel. */
    StageFacts.Channels channels(String candidate, String survey) {
        return announced.snapshot().facts().channels(definition().survey(survey).orElseThrow(), candidate);
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

    /** The candidate's name, also of one who took part before a correction; the id itself of anybody else. */
    String name(String candidate) {
        var participant = participants.get(candidate);
        if (participant != null) {
            return participant.name();
        }
        return before == null ? candidate : before.name(candidate);
    }

    /** Who was rated by the announcement before and is not by this one, in order of their ids. */
    List<String> noLongerRated() {
        return before == null
                ? List.of()
                : before.announced.standings().stream()
                        .map(Standing::candidate)
                        .filter(candidate -> !participants.containsKey(candidate))
                        .sorted()
                        .toList();
    }

    /** Verdict and total of {@code candidate} by the announcement before. */
    Text before(String candidate) {
        return before == null
                ? standingOf(null)
                : before.standingOf(before.announced.standings().stream()
                        .filter(standing -> standing.candidate().equals(candidate))
                        .findFirst()
                        .orElse(null));
    }

    /** What the correction changes; nothing for a first announcement. */
    List<Change> changes() {
        return before == null
                ? List.of()
                : RatingChange.between(before.announced.rating(), announced.rating()).stream()
                        .map(change -> new Change(
                                change.scope(),
                                change.candidate(),
                                name(change.candidate()),
                                change.effect(),
                                before.standingOf(change.before()),
                                standingOf(change.after())))
                        .toList();
    }

    /**
     * What the correction means for one candidate, in words.
     *
     * @param before verdict and total of the announcement before
     * @param after the same of this one
     */
    record Change(String scope, String candidate, String name, RatingChange.Effect effect, Text before, Text after) {}

    /** Verdict and total. */
    private Text standingOf(@Nullable Standing standing) {
        if (standing == null) {
            return new Text(Words.KK.get("notRated"), Words.RU.get("notRated"));
        }
        var verdict = verdict(standing);
        var total = standing.total().toPlainString().replace('.', ',');
        return new Text(verdict.kk() + " " + total, verdict.ru() + " " + total);
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
