package kz.uzdik.ranking;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.List;
import kz.uzdik.contest.ranking.Rating;
import kz.uzdik.contest.vote.Tally;
import kz.uzdik.json.Json;

/** What keeps a stage from being announced. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
sealed interface Obstacle {

    /** Dossiers can still be registered (§9). */
    @JsonTypeName("intakeOpen")
    record IntakeOpen(LocalDateTime closes) implements Obstacle {}

    /** The commission has not decided on these dossiers (§10). */
    @JsonTypeName("undecided")
    record Undecided(List<String> dossiers) implements Obstacle {}

    /** The commission has not decided on the appeals of these dossiers (§11). */
    @JsonTypeName("appealsOpen")
    record AppealsOpen(List<String> dossiers) implements Obstacle {}

    /**
     * The decisions on these dossiers can still be appealed against (§11).
     *
     * @param until local; from then on none of them can
     */
    @JsonTypeName("appealsPossible")
    record AppealsPossible(List<String> dossiers, LocalDateTime until) implements Obstacle {}

    /** The stage whose chosen candidates take part is not announced. */
    @JsonTypeName("earlierStage")
    record EarlierStage(String stage) implements Obstacle {}

    /** A stage that this one rests on is being corrected. */
    @JsonTypeName("earlierCorrected")
    record EarlierCorrected(String stage) implements Obstacle {}

    /** Residents can still vote, or could until {@link Readiness#SETTLING} ago. */
    @JsonTypeName("surveyOpen")
    record SurveyOpen(String survey, LocalDateTime closes) implements Obstacle {}

    /** Residents dispute votes of this survey, and nobody has closed it yet. */
    @JsonTypeName("disputesOpen")
    record DisputesOpen(String survey, long open) implements Obstacle {}

    /**
     * The running totals are not what the ballots add up to.
     *
     * @param candidates all whose totals differ
     * @param first the first count of the first of them that does
     */
    @JsonTypeName("recountDiffers")
    record RecountDiffers(String survey, List<String> candidates, Tally.Cell first) implements Obstacle {}

    /** Nobody has confirmed the last count of paper ballots on these candidates. */
    @JsonTypeName("paperUnconfirmed")
    record PaperUnconfirmed(String survey, List<String> candidates) implements Obstacle {}

    /** Sheets of absent members were entered from paper, and nobody has confirmed those on these candidates. */
    @JsonTypeName("sheetsUnconfirmed")
    record SheetsUnconfirmed(List<String> candidates) implements Obstacle {}

    /** A commission's work on its scope is not complete. */
    @JsonTypeName("scope")
    record ScopeIncomplete(String scope, List<Rating.Missing> missing) implements Obstacle {}

    /**
     * The commission of a scope has held no sitting that could decide (§3, §4).
     *
     * @param sitting number of the one that came nearest to a quorum; 0 where none is recorded
     * @param present how many members it had
     * @param absent names of the members who were not there
     */
    @JsonTypeName("noSitting")
    record NoSitting(String scope, int sitting, int present, int needed, List<String> absent) implements Obstacle {}

    /** {@code obstacles} as JSON, each with its kind. */
    static List<JsonNode> listed(List<Obstacle> obstacles) {
        return obstacles.stream()
                .<JsonNode>map(obstacle -> Json.MAPPER.valueToTree(obstacle))
                .toList();
    }
}
