package kz.uzdik.contest.definition;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The stages are one chain from the admitted dossiers to the places, each rated after the one before. */
final class StageRules {

    private final ContestDefinition definition;
    private final Faults faults;

    private StageRules(ContestDefinition definition, Faults faults) {
        this.definition = definition;
        this.faults = faults;
    }

    static void check(ContestDefinition definition, Faults faults) {
        faults.notEmpty(definition.stages(), "/stages");
        faults.ids(definition.stages(), "/stages", Stage::id);
        var rules = new StageRules(definition, faults);
        rules.chain();
        for (int i = 0; i < definition.stages().size(); i++) {
            rules.stage(definition.stages().get(i), "/stages/" + i);
        }
    }

    private void chain() {
        var stages = definition.stages();
        var sources = new HashSet<@Nullable String>();
        for (int i = 0; i < stages.size(); i++) {
            var stage = stages.get(i);
            var from = stage.from();
            var at = "/stages/" + i + "/from";
            if (!sources.add(from)) {
                faults.add(at, from == null ? "a second first stage" : "a second stage follows \"" + from + "\"");
            }
            if (from != null && definition.stage(from).isEmpty()) {
                faults.add(at, "\"" + from + "\" is no stage");
            } else if (earlier(stage).contains(stage.id())) {
                faults.add(at, "the stages run in a circle");
            }
        }
        faults.unless(stages.isEmpty() || sources.contains(null), "/stages", "no stage starts from the dossiers");
    }

    /** The stages before {@code stage}; among them itself if they run in a circle. */
    private Set<String> earlier(Stage stage) {
        var earlier = new HashSet<String>();
        var from = stage.from();
        while (from != null && earlier.add(from)) {
            from = definition.stage(from).map(Stage::from).orElse(null);
        }
        return earlier;
    }

    private void stage(Stage stage, String at) {
        faults.text(stage.title(), at + "/title");
        rateAt(stage, at + "/rateAt");
        new ComponentRules(definition, stage, earlier(stage), faults).check(at);
        limits(stage, at);
        tieBreaks(stage, at + "/tieBreaks");
        faults.ids(stage.nominations(), at + "/nominations", Nomination::id);
        for (int i = 0; i < stage.nominations().size(); i++) {
            var nomination = stage.nominations().get(i);
            faults.text(nomination.title(), at + "/nominations/" + i + "/title");
            component(stage, nomination.component(), at + "/nominations/" + i + "/component");
        }
    }

    private void rateAt(Stage stage, String at) {
        var calendar = definition.calendar();
        faults.notBefore(calendar.checkUntil(), stage.rateAt(), at, "/calendar/checkUntil");
        faults.unless(!stage.rateAt().isAfter(calendar.republicanUntil()), at, "is after /calendar/republicanUntil");
        var from = stage.from();
        if (from != null && !from.equals(stage.id())) {
            definition
                    .stage(from)
                    .ifPresent(before -> faults.unless(
                            before.rateAt().isBefore(stage.rateAt()),
                            at,
                            "must be after the rating of \"" + from + "\" at " + before.rateAt()));
        }
    }

    private void limits(Stage stage, String at) {
        var perDistrict = stage.maxPerDistrict();
        var chosen = stage.chosen();
        if (perDistrict != null) {
            faults.atLeast(1, perDistrict, at + "/maxPerDistrict");
        }
        if (chosen != null) {
            faults.atLeast(1, chosen, at + "/chosen");
        }
        boolean last = definition.nextStage(stage.id()).isEmpty();
        if (chosen == null) {
            faults.unless(!last, at + "/chosen", "the last stage must say how many places there are");
            faults.unless(
                    last || perDistrict != null, at + "/chosen", "without it or maxPerDistrict nothing is decided");
        }
    }

    private void tieBreaks(Stage stage, String at) {
        faults.ids(stage.tieBreaks(), at, TieBreak::id);
        for (int i = 0; i < stage.tieBreaks().size(); i++) {
            var step = stage.tieBreaks().get(i);
            faults.text(step.title(), at + "/" + i + "/title");
            faults.unless(
                    !step.id().equals("castingVote"), at + "/" + i + "/id", "castingVote is the chair's own step");
            switch (step.source()) {
                case COMPONENT -> component(stage, step.of(), at + "/" + i + "/of");
                case ATTRIBUTE ->
                    faults.unless(
                            definition.attribute(step.of()).isPresent(),
                            at + "/" + i + "/of",
                            "\"" + step.of() + "\" is no attribute");
            }
        }
    }

    private void component(Stage stage, String id, String at) {
        faults.unless(
                stage.components().stream().anyMatch(component -> component.id().equals(id)),
                at,
                "\"" + id + "\" is no component of this stage");
    }
}
