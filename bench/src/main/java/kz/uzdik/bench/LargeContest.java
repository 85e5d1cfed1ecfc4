package kz.uzdik.bench;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
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
import kz.uzdik.contest.definition.Intake;
import kz.uzdik.contest.definition.Oblast;
import kz.uzdik.contest.definition.Sheet;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.definition.TieBreak;
import kz.uzdik.contest.definition.Window;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.contest.jury.FiledSheet;
import kz.uzdik.contest.ranking.Participant;
import kz.uzdik.contest.ranking.StageFacts;

/** A contest of one stage with six sheets, and facts for as many candidates as wanted, spread over 17 oblasts. */
final class LargeContest {

    private static final int OBLASTS = 17;
    private static final int DISTRICTS = 10;
    private static final int MEMBERS = 9;
    private static final int SHEETS = 6;
    private static final int CRITERIA = 5;
    private static final int MAX_POINTS = 10;
    private static final String STAGE = "selection";

    private LargeContest() {}

    static ContestDefinition definition() {
        var time = LocalDateTime.of(2027, 5, 1, 0, 0);
        var window = new Window(time, time.plusDays(21));
        var sheets = IntStream.range(0, SHEETS)
                .mapToObj(s -> new Sheet("s" + s, "§12", text("s" + s), false, criteria()))
                .toList();
        var components = sheets.stream()
                .<Component>map(sheet -> new Component.OfSheet(
                        sheet.id(),
                        sheet.title(),
                        new BigDecimal(sheet.id().equals("s0") ? "0.25" : "0.15"),
                        sheet.id()))
                .toList();
        var tieBreak = new TieBreak(
                "complaints", text("complaints"), TieBreak.Source.ATTRIBUTE, "complaints", TieBreak.Better.LOWER);
        var rules = new Commissions.Rules(
                MEMBERS, 2, 3, Commissions.Abstaining.LEFT_OUT, Commissions.Correcting.UNTIL_ANNOUNCEMENT);
        return new ContestDefinition(
                "large",
                1,
                text("large"),
                ZoneId.of("Asia/Almaty"),
                List.of(),
                new Calendar(time, window, time, time, time, time, time, time),
                IntStream.range(0, OBLASTS).mapToObj(LargeContest::oblast).toList(),
                new Intake(List.of(), 1),
                new EligibilityLimits(12, LocalDate.of(2027, 5, 1), List.of(), null),
                List.of(new Attribute("complaints", text("complaints"), 0, 100)),
                List.of(),
                sheets,
                List.of(new Stage(
                        STAGE,
                        text(STAGE),
                        Stage.Scope.OBLAST,
                        null,
                        time,
                        components,
                        3,
                        null,
                        List.of(tieBreak),
                        List.of())),
                new Commissions(rules, rules),
                new Appeals(List.of(), 1),
                new Announcing(false, Announcing.Members.NAMED));
    }

    static StageFacts facts(int candidates) {
        var random = new SplittableRandom(1);
        var participants = new ArrayList<Participant>();
        var sheets = new ArrayList<FiledSheet>();
        for (int c = 0; c < candidates; c++) {
            var oblast = oblastKato(c % OBLASTS);
            var id = "d-%09d".formatted(c);
            var district = oblast.substring(0, 2) + "%02d00000".formatted(c / OBLASTS % DISTRICTS);
            participants.add(new Participant(
                    id, id, oblast, district, id.substring(2), Map.of("complaints", random.nextInt(100))));
            for (int m = 0; m < MEMBERS; m++) {
                for (int s = 0; s < SHEETS; s++) {
                    sheets.add(new FiledSheet(STAGE, "s" + s, id, member(oblast, m), points(random), Instant.EPOCH));
                }
            }
        }
        return new StageFacts(
                STAGE,
                participants,
                commissions(),
                sheets,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Map.of(),
                Map.of());
    }

    private static List<Criterion> criteria() {
        return IntStream.range(0, CRITERIA)
                .mapToObj(c -> new Criterion("c" + c, text("c" + c), MAX_POINTS))
                .toList();
    }

    private static Map<String, BigDecimal> points(SplittableRandom random) {
        var points = new LinkedHashMap<String, BigDecimal>();
        for (int c = 0; c < CRITERIA; c++) {
            points.put("c" + c, BigDecimal.valueOf(random.nextInt(MAX_POINTS + 1)));
        }
        return points;
    }

    private static List<Commission> commissions() {
        return IntStream.range(0, OBLASTS)
                .mapToObj(LargeContest::oblastKato)
                .map(oblast -> new Commission(
                        oblast,
                        IntStream.range(0, MEMBERS)
                                .mapToObj(m -> new Commission.Member(
                                        member(oblast, m),
                                        member(oblast, m),
                                        "",
                                        m == 0 ? Commission.Role.CHAIR : Commission.Role.MEMBER))
                                .toList()))
                .toList();
    }

    private static Oblast oblast(int index) {
        var kato = oblastKato(index);
        return new Oblast(
                kato,
                text(kato),
                IntStream.range(0, DISTRICTS)
                        .mapToObj(d ->
                                new District(kato.substring(0, 2) + "%02d00000".formatted(d), text(kato), List.of()))
                        .toList());
    }

    private static String oblastKato(int index) {
        return "%02d0000000".formatted(10 + index);
    }

    private static String member(String oblast, int index) {
        return "member-" + oblast + "-" + index;
    }

    private static Text text(String word) {
        return new Text(word, word);
    }
}
