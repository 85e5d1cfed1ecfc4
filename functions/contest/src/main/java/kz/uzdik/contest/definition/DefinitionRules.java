package kz.uzdik.contest.definition;

import java.util.List;
import java.util.regex.Pattern;

/** What a definition must satisfy beyond having the right fields. */
public final class DefinitionRules {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private DefinitionRules() {}

    /** Everything that is wrong with {@code definition}; empty for a sound one. */
    public static List<Fault> check(ContestDefinition definition) {
        var faults = new Faults();
        faults.unless(
                ID.matcher(definition.id()).matches() && definition.id().length() <= 60,
                "/id",
                "must be lower-case letters, digits and single hyphens, at most 60");
        faults.atLeast(1, definition.version(), "/version");
        faults.text(definition.title(), "/title");
        openPoints(definition, faults);
        CalendarRules.check(definition, faults);
        PlaceRules.check(definition.oblasts(), faults);
        DossierRequirements.check(definition, faults);
        SurveyRules.check(definition, faults);
        SheetRules.check(definition, faults);
        StageRules.check(definition, faults);
        appeals(definition, faults);
        commission(definition.commissions().regional(), "/commissions/regional", faults);
        commission(definition.commissions().republican(), "/commissions/republican", faults);
        return faults.list();
    }

    private static void openPoints(ContestDefinition definition, Faults faults) {
        var points = definition.openPoints();
        for (int i = 0; i < points.size(); i++) {
            faults.filled(points.get(i).clause(), "/openPoints/" + i + "/clause");
            faults.text(points.get(i).note(), "/openPoints/" + i + "/note");
        }
        faults.unique(points, "/openPoints", "/field", OpenPoint::field);
    }

    /** Who appeals on the last day of the check must be heard before the selection is due. */
    private static void appeals(ContestDefinition definition, Faults faults) {
        var appeals = definition.appeals();
        faults.unique(appeals.by(), "/appeals/by", "", Enum::name);
        faults.atLeast(1, appeals.days(), "/appeals/days");
        var calendar = definition.calendar();
        faults.unless(
                appeals.by().isEmpty()
                        || !calendar.checkUntil().plusDays(appeals.days()).isAfter(calendar.selectionUntil()),
                "/appeals/days",
                "is " + appeals.days() + ", which after the end of the check lasts beyond the end of the selection");
    }

    private static void commission(Commissions.Rules rules, String at, Faults faults) {
        faults.atLeast(1, rules.members(), at + "/members");
        faults.atLeast(1, rules.quorumNumerator(), at + "/quorumNumerator");
        faults.unless(
                rules.quorumDenominator() >= Math.max(1, rules.quorumNumerator()),
                at + "/quorumDenominator",
                "a quorum of " + rules.quorumNumerator() + "/" + rules.quorumDenominator()
                        + " is more than all members");
    }
}
