package kz.uzdik.contest.definition;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One edition of a contest, whole: every rule that another edition could set otherwise. Read from a file of JSON;
 * {@link DefinitionRules} names what is wrong with it.
 *
 * @param id lower-case letters, digits and hyphens; part of every keyed hash, so never used for a second edition
 * @param version 1 or more; grows with each published change
 * @param zone the zone in which the calendar's local times are meant
 * @param openPoints fields where the sources leave the choice open and the value is ours
 */
public record ContestDefinition(
        String id,
        int version,
        Text title,
        ZoneId zone,
        List<OpenPoint> openPoints,
        Calendar calendar,
        List<Oblast> oblasts,
        Intake intake,
        EligibilityLimits eligibility,
        List<Attribute> attributes,
        List<Survey> surveys,
        List<Sheet> sheets,
        List<Stage> stages,
        Commissions commissions,
        Appeals appeals,
        Announcing announcing) {

    public ContestDefinition {
        openPoints = List.copyOf(openPoints);
        oblasts = List.copyOf(oblasts);
        attributes = List.copyOf(attributes);
        surveys = List.copyOf(surveys);
        sheets = List.copyOf(sheets);
        stages = List.copyOf(stages);
    }

    /** The survey {@code id}. */
    public Optional<Survey> survey(String id) {
        return surveys.stream().filter(survey -> survey.id().equals(id)).findFirst();
    }

    /** The surveys about the candidates chosen in {@code stage}, in the definition's order. */
    public List<Survey> surveysAfter(String stage) {
        return surveys.stream().filter(survey -> survey.after().equals(stage)).toList();
    }

    /** The sheet {@code id}. */
    public Optional<Sheet> sheet(String id) {
        return sheets.stream().filter(sheet -> sheet.id().equals(id)).findFirst();
    }

    /** The stage {@code id}. */
    public Optional<Stage> stage(String id) {
        return stages.stream().filter(stage -> stage.id().equals(id)).findFirst();
    }

    /** The stage that the candidates chosen in {@code stage} go on to; empty for the last. */
    public Optional<Stage> nextStage(String stage) {
        return stages.stream().filter(next -> stage.equals(next.from())).findFirst();
    }

    /** The attribute {@code id}. */
    public Optional<Attribute> attribute(String id) {
        return attributes.stream()
                .filter(attribute -> attribute.id().equals(id))
                .findFirst();
    }
}
