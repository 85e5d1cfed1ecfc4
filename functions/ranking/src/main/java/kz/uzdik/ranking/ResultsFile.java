package kz.uzdik.ranking;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import kz.uzdik.contest.definition.Component;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.ranking.JudgedSheets;
import kz.uzdik.contest.ranking.Rating;
import kz.uzdik.contest.ranking.StageFacts;
import kz.uzdik.contest.ranking.TrustShare;
import kz.uzdik.json.pack.PackAnnulment;
import kz.uzdik.json.pack.PackPaper;
import kz.uzdik.store.AnnouncedStage;
import kz.uzdik.store.Announcement;
import org.jspecify.annotations.Nullable;

/**
 * The results of a stage as published, {@code data/results-<stage>.json}: every place with its points and its
 * explanation in both languages.
 *
 * @param title of the stage
 * @param number 1 for a stage's first announcement, one more for each correction
 * @param corrects the announcement before; null for the first
 * @param ratingSha256 of the pack's {@code rating.json}
 * @param inputsSha256 of all facts that were rated
 * @param evidence path of the evidence pack
 * @param evidenceSha256 of the evidence pack, so that a pack from elsewhere can be told from this one
 * @param protocol paths of the protocol in both languages
 * @param protocolPdf the same as PDF
 * @param annulments of ballots on those rated: how many, and why
 * @param paper the counts of paper ballots that hold, beside the residents' own
 * @param trust the share of residents who trust their akim, of each survey that the stage counts and that asks for it
 * @param files the results as tables, and the protocols; this file and the pack tell of them, not of themselves
 */
record ResultsFile(
        String stage,
        Text title,
        int number,
        Instant announcedAt,
        @Nullable Corrects corrects,
        int definitionVersion,
        String ratingSha256,
        String inputsSha256,
        String evidence,
        String evidenceSha256,
        Text protocol,
        Text protocolPdf,
        List<PackAnnulment> annulments,
        List<PackPaper> paper,
        List<TrustShare> trust,
        List<Download> files,
        List<Scope> scopes) {

    /**
     * A file to take home.
     *
     * @param path under which it is served
     */
    record Download(Kind kind, String language, String path, long bytes, String sha256) {

        /** What it is. */
        enum Kind {
            XLSX,
            CSV,
            PROTOCOL,
            PROTOCOL_PDF
        }
    }

    /**
     * The announcement that this one stands in for.
     *
     * @param number its number; its own results stay at {@code data/results-<stage>-<number>.json}
     * @param evidenceSha256 of its evidence pack
     * @param changes who gains, who loses, and what else differs
     */
    record Corrects(
            int number, Instant announcedAt, String evidenceSha256, Text reason, List<Bulletin.Change> changes) {}

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
            Rating.@Nullable Margin margin,
            Text verdict,
            List<Text> nominations,
            Text explanation) {}

    /**
     * What one component gave.
     *
     * @param residents own points and mean before shrinkage; null but for a survey with enough respondents
     * @param channels how many of a survey's ballots came through which channel; null but for a survey
     * @param sheets each member's sheet; empty but for a component of sheets
     */
    record Points(
            String component,
            Text title,
            BigDecimal points,
            BigDecimal weight,
            long counted,
            Rating.@Nullable Residents residents,
            StageFacts.@Nullable Channels channels,
            List<JudgedSheets.MemberPoints> sheets) {}

    /** The results with nothing said yet of further files, which are made of it. */
    static ResultsFile of(AnnouncedStage announced, String packSha256) {
        var bulletin = new Bulletin(announced);
        var stage = bulletin.stage();
        return new ResultsFile(
                stage.id(),
                stage.title(),
                announced.announcement().number(),
                announced.announcement().announcedAt(),
                corrects(bulletin),
                announced.announcement().definitionVersion(),
                announced.announcement().rating(),
                announced.announcement().inputsSha256(),
                "/" + evidenceKey(announced.announcement()),
                packSha256,
                protocol(announced.announcement(), "html"),
                protocol(announced.announcement(), "pdf"),
                announced.snapshot().annulments(),
                PackPaper.holding(announced.snapshot().paper()),
                Surveys.of(bulletin.definition(), stage).stream()
                        .flatMap(survey ->
                                TrustShare.of(survey, announced.snapshot().facts()).stream())
                        .toList(),
                List.of(),
                bulletin.scopes().stream().map(scope -> scope(bulletin, scope)).toList());
    }

    /** These results, which tell of {@code others}. */
    ResultsFile with(List<Download> others) {
        return new ResultsFile(
                stage,
                title,
                number,
                announcedAt,
                corrects,
                definitionVersion,
                ratingSha256,
                inputsSha256,
                evidence,
                evidenceSha256,
                protocol,
                protocolPdf,
                annulments,
                paper,
                trust,
                List.copyOf(others),
                scopes);
    }

    /** Where the results of {@code announcement} lie as a table of {@code type}. */
    static String tableKey(Announcement announcement, String language, String type) {
        return "data/results-" + announcement.fileName() + "-" + language + "." + type;
    }

    /** Where the evidence pack of {@code announcement} lies. */
    static String evidenceKey(Announcement announcement) {
        return "evidence/evidence-" + announcement.fileName() + ".zip";
    }

    /** Where the protocol of {@code announcement} lies. */
    static String protocolKey(Announcement announcement, String language, String type) {
        return "protocols/" + announcement.fileName() + "-" + language + "." + type;
    }

    private static Text protocol(Announcement announcement, String type) {
        return new Text("/" + protocolKey(announcement, "kk", type), "/" + protocolKey(announcement, "ru", type));
    }

    private static @Nullable Corrects corrects(Bulletin bulletin) {
        var corrects = bulletin.announced().announcement().corrects();
        var before = bulletin.announced().corrected();
        return corrects == null || before == null
                ? null
                : new Corrects(
                        corrects.number(),
                        before.announcement().announcedAt(),
                        corrects.evidenceSha256(),
                        corrects.reason(),
                        bulletin.changes());
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
                        .map(points -> points(bulletin, standing.candidate(), points))
                        .toList(),
                standing.outcome(),
                standing.margin(),
                bulletin.verdict(standing),
                bulletin.nominations(standing),
                bulletin.explanation(standing));
    }

    private static Points points(Bulletin bulletin, String candidate, Rating.ComponentPoints points) {
        var component = bulletin.stage().components().stream()
                .filter(one -> one.id().equals(points.component()))
                .findFirst()
                .orElseThrow();
        return new Points(
                component.id(),
                component.title(),
                points.points(),
                points.weight(),
                points.counted(),
                points.residents(),
                component instanceof Component.OfSurvey of ? bulletin.channels(candidate, of.survey()) : null,
                component instanceof Component.OfSheet of
                        ? bulletin.judged().counted(candidate, of.sheet())
                        : List.of());
    }
}
