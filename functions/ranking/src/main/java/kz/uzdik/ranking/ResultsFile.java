package kz.uzdik.ranking;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import kz.uzdik.contest.definition.Component;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.ranking.Rating;
import kz.uzdik.store.AnnouncedStage;

/**
 * The results of a stage as published, {@code data/results-<stage>.json}: every place with its points and its
 * explanation in both languages.
 *
 * @param title of the stage
 * @param ratingSha256 of the pack's {@code rating.json}
 * @param evidence path of the evidence pack
 * @param evidenceSha256 of the evidence pack, so that a pack from elsewhere can be told from this one
 * @param protocol paths of the protocol in both languages
 */
record ResultsFile(
        String stage,
        Text title,
        Instant announcedAt,
        int definitionVersion,
        String ratingSha256,
        String evidence,
        String evidenceSha256,
        Text protocol,
        List<Scope> scopes) {

    /** One oblast, or the republic. */
    record Scope(String scope, Text name, List<Place> standings) {}

    /** One candidate's place; {@code verdict} says in a sentence what {@code outcome} says as a value. */
    record Place(
            int rank,
            String candidate,
            String name,
            Text okrug,
            Text district,
            BigDecimal total,
            List<Points> components,
            Rating.Outcome outcome,
            Text verdict,
            List<Text> nominations,
            Text explanation) {}

    /** What one component gave. */
    record Points(String component, Text title, BigDecimal points, BigDecimal weight, long counted) {}

    static ResultsFile of(AnnouncedStage announced, String packSha256) {
        var bulletin = new Bulletin(announced);
        var stage = bulletin.stage();
        return new ResultsFile(
                stage.id(),
                stage.title(),
                announced.announcement().announcedAt(),
                announced.announcement().definitionVersion(),
                announced.announcement().rating(),
                "/evidence/evidence-" + stage.id() + ".zip",
                packSha256,
                new Text("/protocols/" + stage.id() + "-kk.html", "/protocols/" + stage.id() + "-ru.html"),
                bulletin.scopes().stream().map(scope -> scope(bulletin, scope)).toList());
    }

    private static Scope scope(Bulletin bulletin, Rating.ScopeRating scope) {
        return new Scope(
                scope.scope(),
                bulletin.scopeName(scope.scope()),
                scope.standings().stream()
                        .map(standing -> place(bulletin, standing))
                        .toList());
    }

    private static Place place(Bulletin bulletin, Rating.Standing standing) {
        var participant = bulletin.participant(standing.candidate());
        return new Place(
                standing.rank(),
                standing.candidate(),
                participant.name(),
                bulletin.okrug(participant),
                bulletin.district(participant),
                standing.total(),
                standing.components().stream()
                        .map(points -> points(bulletin, points))
                        .toList(),
                standing.outcome(),
                bulletin.verdict(standing),
                bulletin.nominations(standing),
                bulletin.explanation(standing));
    }

    private static Points points(Bulletin bulletin, Rating.ComponentPoints points) {
        var title = bulletin.stage().components().stream()
                .filter(component -> component.id().equals(points.component()))
                .map(Component::title)
                .findFirst()
                .orElseThrow();
        return new Points(points.component(), title, points.points(), points.weight(), points.counted());
    }
}
