package kz.uzdik.contest.ranking;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.jury.Commission;

/** Whose sheets on a candidate count, with what points, and who stepped back or abstained (§3, §4). */
public final class JudgedSheets {
    private final SheetIndex sheets;
    private final Map<String, List<Commission.Member>> judges = new HashMap<>();

    /** Of the stage of {@code facts}. */
    public JudgedSheets(ContestDefinition definition, StageFacts facts) {
        var stage = Ranking.stage(definition, facts.stage());
        sheets = new SheetIndex(facts);
        var members = new TreeMap<String, List<Commission.Member>>();
        facts.canonical().commissions().forEach(commission -> members.put(commission.scope(), commission.members()));
        for (var participant : facts.participants()) {
            var scope = stage.scope() == Stage.Scope.REPUBLIC ? Stage.REPUBLIC : participant.oblast();
            judges.put(participant.candidate(), members.getOrDefault(scope, List.of()));
        }
    }

    /**
     * One member's sheet.
     *
     * @param member the member's name
     * @param points the sum of the criteria, without trailing zeros
     */
    public record MemberPoints(String member, BigDecimal points) {}

    /** The sheets of kind {@code sheet} on {@code candidate} that count, in order of the members' ids. */
    public List<MemberPoints> counted(String candidate, String sheet) {
        var filed = sheets.filed(candidate, sheet);
        return judges.getOrDefault(candidate, List.of()).stream()
                .filter(member -> !sheets.recused(candidate, member.id()))
                .flatMap(member -> {
                    var points = filed.get(member.id());
                    return points == null
                            ? Stream.<MemberPoints>of()
                            : Stream.of(new MemberPoints(member.name(), points));
                })
                .toList();
    }

    /** Names of the commission's members who recused from {@code candidate}, in order of their ids. */
    public List<String> recused(String candidate) {
        return names(candidate, member -> sheets.recused(candidate, member));
    }

    /** Names of the commission's members who abstained on {@code candidate}, in order of their ids. */
    public List<String> abstained(String candidate) {
        return names(
                candidate,
                member -> !sheets.recused(candidate, member)
                        && sheets.abstained(candidate).contains(member));
    }

    private List<String> names(String candidate, Predicate<String> isMeant) {
        return judges.getOrDefault(candidate, List.of()).stream()
                .filter(member -> isMeant.test(member.id()))
                .map(Commission.Member::name)
                .toList();
    }
}
