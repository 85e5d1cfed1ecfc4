package kz.uzdik.contest.ranking;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import kz.uzdik.contest.definition.Announcing;
import kz.uzdik.contest.definition.Appeals;
import kz.uzdik.contest.definition.Attribute;
import kz.uzdik.contest.definition.Calendar;
import kz.uzdik.contest.definition.Commissions;
import kz.uzdik.contest.definition.Component;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Criterion;
import kz.uzdik.contest.definition.District;
import kz.uzdik.contest.definition.EligibilityLimits;
import kz.uzdik.contest.definition.Identity;
import kz.uzdik.contest.definition.Intake;
import kz.uzdik.contest.definition.Nomination;
import kz.uzdik.contest.definition.Oblast;
import kz.uzdik.contest.definition.Okrug;
import kz.uzdik.contest.definition.PaperBallots;
import kz.uzdik.contest.definition.Question;
import kz.uzdik.contest.definition.Scale;
import kz.uzdik.contest.definition.Sheet;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.definition.TieBreak;
import kz.uzdik.contest.definition.Window;
import kz.uzdik.contest.dossier.NominatorKind;
import kz.uzdik.contest.jury.Commission;

/** A contest of three oblasts, two districts each, with three stages: the rules in their smallest full form. */
final class SmallContest {
    static final List<String> OBLASTS = List.of("110000000", "150000000", "190000000");
    static final int DISTRICTS = 2;
    static final int OKRUGS = 6;
    static final ContestDefinition DEFINITION = definition();

    private SmallContest() {}

    static String district(String oblast, int district) {
        return oblast.substring(0, 2) + "3" + district + "00000";
    }

    static String okrug(String oblast, int district, int okrug) {
        return oblast.substring(0, 2) + "3" + district + "3" + okrug + "000";
    }

    /** Members m0 to m8 of the scope, the first one its chair. */
    static Commission commission(String scope) {
        return new Commission(
                scope,
                IntStream.range(0, 9)
                        .mapToObj(i -> new Commission.Member(
                                "m" + i + "-" + scope,
                                "Мүше " + i,
                                "m" + i + "@example.kz",
                                i == 0 ? Commission.Role.CHAIR : Commission.Role.MEMBER))
                        .toList());
    }

    static Text text(String text) {
        return new Text(text, text);
    }

    private static ContestDefinition definition() {
        var day = LocalDateTime.of(2027, 1, 1, 9, 0);
        var window = new Window(day, day.plusDays(1));
        var rules = new Commissions.Rules(
                9, 2, 3, Commissions.Abstaining.LEFT_OUT, Commissions.Correcting.UNTIL_ANNOUNCEMENT);
        return new ContestDefinition(
                "small",
                1,
                text("Small"),
                ZoneId.of("Asia/Almaty"),
                List.of(),
                new Calendar(day, window, day, day, day, day, day, day),
                OBLASTS.stream().map(SmallContest::oblast).toList(),
                new Intake(List.of(), 1),
                new EligibilityLimits(12, LocalDate.of(2027, 1, 1), List.of(NominatorKind.SELF), null),
                List.of(
                        new Attribute("projects", text("projects"), 0, 9),
                        new Attribute("complaints", text("c"), 0, 9)),
                List.of(new Survey(
                        "residents",
                        text("residents"),
                        "selection",
                        window,
                        new Identity.Code(false),
                        new Scale(1, 5, true),
                        List.of(new Question("q1", text("q1")), new Question("q2", text("q2"))),
                        5,
                        4,
                        60,
                        PaperBallots.COUNTED,
                        null,
                        null)),
                List.of(sheet("form", true, 10, 20), sheet("interview", false, 10), sheet("defence", false, 5, 5)),
                stages(day),
                new Commissions(rules, rules),
                new Appeals(List.of(), 1),
                new Announcing(false, Announcing.Members.NAMED));
    }

    private static List<Stage> stages(LocalDateTime day) {
        var tieBreaks = List.of(
                new TieBreak("byProjects", text("p"), TieBreak.Source.ATTRIBUTE, "projects", TieBreak.Better.HIGHER),
                new TieBreak(
                        "byComplaints", text("c"), TieBreak.Source.ATTRIBUTE, "complaints", TieBreak.Better.LOWER));
        return List.of(
                new Stage(
                        "selection",
                        text("selection"),
                        Stage.Scope.OBLAST,
                        null,
                        day,
                        List.of(new Component.OfSheet("form", text("form"), BigDecimal.ONE, "form")),
                        3,
                        null,
                        tieBreaks,
                        List.of()),
                new Stage(
                        "regional",
                        text("regional"),
                        Stage.Scope.OBLAST,
                        "selection",
                        day,
                        List.of(
                                new Component.OfStage("before", text("before"), new BigDecimal("0.2"), "selection"),
                                new Component.OfSheet("talk", text("talk"), new BigDecimal("0.5"), "interview"),
                                new Component.OfSurvey(
                                        "people",
                                        text("people"),
                                        new BigDecimal("0.3"),
                                        "residents",
                                        5,
                                        Component.BelowMinimum.SCOPE_MEAN,
                                        4)),
                        null,
                        1,
                        tieBreaks,
                        List.of()),
                new Stage(
                        "republican",
                        text("republican"),
                        Stage.Scope.REPUBLIC,
                        "regional",
                        day,
                        List.of(
                                new Component.OfStage("before", text("before"), new BigDecimal("0.3"), "regional"),
                                new Component.OfSheet("defence", text("defence"), new BigDecimal("0.7"), "defence")),
                        null,
                        3,
                        tieBreaks,
                        List.of(
                                new Nomination("speaker", text("speaker"), "defence"),
                                new Nomination("steady", text("steady"), "before"))));
    }

    private static Sheet sheet(String id, boolean halfPoints, int... most) {
        var criteria = new ArrayList<Criterion>();
        for (int points : most) {
            criteria.add(new Criterion(id + criteria.size(), text(id), points));
        }
        return new Sheet(id, "§12", text(id), halfPoints, criteria);
    }

    private static Oblast oblast(String kato) {
        var districts = IntStream.range(0, DISTRICTS)
                .mapToObj(district -> new District(
                        district(kato, district),
                        text("district " + district),
                        IntStream.range(0, OKRUGS)
                                .mapToObj(
                                        okrug -> new Okrug(okrug(kato, district, okrug), text("okrug " + okrug), null))
                                .toList()))
                .toList();
        return new Oblast(kato, text("oblast " + kato), districts);
    }
}
