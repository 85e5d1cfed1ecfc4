package kz.uzdik.contest.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.Component;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.contest.jury.FiledSheet;
import kz.uzdik.contest.ranking.Rating.Outcome;
import kz.uzdik.contest.ranking.Rating.Standing;
import org.junit.jupiter.api.Test;

/** What must hold for any facts; every failure names its seed. */
class RankingPropertiesTest {
    private static final List<String> STAGES = List.of("selection", "regional", "republican");
    private static final int SEEDS = 100;
    private static final BigDecimal LEAST = new BigDecimal("0.0001");

    @Test
    void anyOrderOfTheFactsGivesTheSameRating() {
        forAll((seed, facts) -> {
            var shuffled = new ArbitraryFacts(seed + 1).shuffled(facts);
            assertThat(rate(shuffled)).isEqualTo(rate(facts));
            assertThat(shuffled.canonical()).isEqualTo(facts.canonical());
        });
    }

    @Test
    void neverMoreThanThreeOfADistrict() {
        forAll((seed, facts) -> {
            var perDistrict = chosen(facts, "selection").stream()
                    .collect(Collectors.groupingBy(candidate -> candidate.substring(0, 6), Collectors.counting()));
            assertThat(perDistrict.values()).allMatch(count -> count <= 3);
        });
    }

    @Test
    void neverMoreThanOneOfAnOblast() {
        forAll((seed, facts) -> {
            var perOblast = chosen(facts, "regional").stream()
                    .collect(Collectors.groupingBy(candidate -> candidate.substring(0, 4), Collectors.counting()));
            assertThat(perOblast.values()).allMatch(count -> count == 1);
        });
    }

    @Test
    void placesAreGivenOnceAndInOrder() {
        forAll((seed, facts) -> {
            if (facts.stage().equals("republican")) {
                var standings = standings(facts).values();
                var places = standings.stream()
                        .map(Standing::outcome)
                        .filter(Outcome.Chosen.class::isInstance)
                        .map(outcome -> ((Outcome.Chosen) outcome).place())
                        .toList();
                assertThat(places).doesNotHaveDuplicates().allMatch(place -> place != null && place <= 3);
                assertThat(standings)
                        .filteredOn(standing -> !standing.nominations().isEmpty())
                        .allMatch(standing -> !(standing.outcome() instanceof Outcome.Chosen)
                                && standing.nominations().size() == 1);
            }
        });
    }

    @Test
    void onePointMoreNeverLowersARank() {
        forAll((seed, facts) -> {
            var random = new Random(seed);
            var raisable = facts.holdingSheets().stream()
                    .filter(sheet -> raised(sheet) != null)
                    .toList();
            if (!raisable.isEmpty()) {
                var sheet = raisable.get(random.nextInt(raisable.size()));
                var sheets = new ArrayList<>(facts.sheets());
                sheets.set(sheets.indexOf(sheet), raised(sheet));
                var after = ArbitraryFacts.with(facts, sheets, facts.castingVotes(), facts.participants());
                var before = standings(facts).get(sheet.candidate());
                var raised = standings(after).get(sheet.candidate());
                assertThat(raised.rank()).isLessThanOrEqualTo(before.rank());
                assertThat(raised.total()).isGreaterThanOrEqualTo(before.total());
                if (before.outcome() instanceof Outcome.Chosen) {
                    assertThat(raised.outcome()).isInstanceOfAny(Outcome.Chosen.class, Outcome.Open.class);
                }
            }
        });
    }

    @Test
    void theMarginIsWhatWouldHaveChangedTheOutcome() {
        forAll((seed, facts) -> {
            var near = standings(facts).values().stream()
                    .filter(standing -> standing.margin() != null)
                    .toList();
            if (!near.isEmpty()) {
                var standing = near.get(new Random(seed).nextInt(near.size()));
                boolean isChosen = standing.outcome() instanceof Outcome.Chosen;
                var within = standing.margin().points().subtract(LEAST);
                var beyond = standing.margin().points().add(LEAST);
                if (within.signum() > 0) {
                    assertThat(outcome(facts, standing, isChosen ? within.negate() : within))
                            .isEqualTo(standing.outcome());
                }
                assertThat(outcome(facts, standing, isChosen ? beyond.negate() : beyond))
                        .isNotEqualTo(standing.outcome());
            }
        });
    }

    /** What becomes of a candidate whose total is {@code more} higher, all else equal. */
    private static Outcome outcome(StageFacts facts, Standing standing, BigDecimal more) {
        var stage = Ranking.stage(SmallContest.DEFINITION, facts.stage());
        var component = stage.components().stream()
                .filter(Component.OfSheet.class::isInstance)
                .map(Component.OfSheet.class::cast)
                .findFirst()
                .orElseThrow();
        var most =
                SmallContest.DEFINITION.sheet(component.sheet()).orElseThrow().maxPoints();
        long counted = standing.components().stream()
                .filter(points -> points.component().equals(component.id()))
                .findFirst()
                .orElseThrow()
                .counted();
        var points = more.multiply(most)
                .multiply(BigDecimal.valueOf(counted))
                .divide(component.weight().multiply(BigDecimal.valueOf(100)), 12, RoundingMode.CEILING);
        var sheets = new ArrayList<>(facts.sheets());
        var one = facts.holdingSheets().stream()
                .filter(sheet -> sheet.candidate().equals(standing.candidate()))
                .findFirst()
                .orElseThrow();
        var changed = new HashMap<>(one.points());
        changed.merge(changed.keySet().iterator().next(), points, BigDecimal::add);
        sheets.set(
                sheets.indexOf(one),
                new FiledSheet(
                        one.stage(),
                        one.sheet(),
                        one.candidate(),
                        one.member(),
                        changed,
                        one.version(),
                        one.correction(),
                        one.paper(),
                        one.filedAt()));
        return standings(ArbitraryFacts.with(facts, sheets, facts.castingVotes(), facts.participants()))
                .get(standing.candidate())
                .outcome();
    }

    @Test
    void onlyTheLastVersionOfASheetCounts() {
        forAll((seed, facts) -> {
            var asIfFiledSo = facts.holdingSheets().stream()
                    .map(sheet -> new FiledSheet(
                            sheet.stage(),
                            sheet.sheet(),
                            sheet.candidate(),
                            sheet.member(),
                            sheet.points(),
                            sheet.filedAt()))
                    .toList();
            assertThat(rate(ArbitraryFacts.with(facts, asIfFiledSo, facts.castingVotes(), facts.participants())))
                    .isEqualTo(rate(facts));
        });
    }

    @Test
    void fewAnswersDrawTowardsTheMeanAndManyHardly() {
        forAll((seed, facts) -> standings(facts).values().stream()
                .flatMap(standing -> standing.components().stream())
                .forEach(points -> {
                    var residents = points.residents();
                    if (residents != null) {
                        var least = residents.own().min(residents.mean());
                        var most = residents.own().max(residents.mean());
                        assertThat(points.points()).isBetween(least, most);
                    }
                }));
    }

    @Test
    void aNewNameChangesNothing() {
        forAll((seed, facts) -> {
            var renamed = facts.participants().stream()
                    .map(participant -> new Participant(
                            participant.candidate(),
                            "Басқа есім",
                            participant.oblast(),
                            participant.district(),
                            participant.okrug(),
                            participant.attributes()))
                    .toList();
            assertThat(rate(ArbitraryFacts.with(facts, facts.sheets(), facts.castingVotes(), renamed)))
                    .isEqualTo(rate(facts));
        });
    }

    @Test
    void aMembersNewNameChangesNothingEither() {
        forAll((seed, facts) -> {
            var renamed = new StageFacts(
                    facts.stage(),
                    facts.participants(),
                    facts.commissions().stream()
                            .map(commission -> new Commission(
                                    commission.scope(),
                                    commission.members().stream()
                                            .map(member -> new Commission.Member(
                                                    member.id(), "Басқа есім", "x@example.kz", member.role()))
                                            .toList()))
                            .toList(),
                    facts.sheets(),
                    facts.recusals(),
                    facts.abstentions(),
                    facts.castingVotes(),
                    facts.tallies(),
                    facts.paper(),
                    facts.earlier());
            assertThat(rate(renamed)).isEqualTo(rate(facts));
        });
    }

    @Test
    void aCandidateOfAnotherDistrictNeverChangesWhoIsDisplacedHere() {
        forAll((seed, facts) -> {
            if (facts.stage().equals("selection") && !facts.participants().isEmpty()) {
                var gone = facts.participants().getFirst();
                var participants =
                        facts.participants().subList(1, facts.participants().size());
                var sheets = facts.sheets().stream()
                        .filter(sheet -> !sheet.candidate().equals(gone.candidate()))
                        .toList();
                var without = ArbitraryFacts.with(facts, sheets, facts.castingVotes(), participants);
                var before = standings(facts);
                standings(without).forEach((candidate, standing) -> {
                    if (!candidate.startsWith("d-" + gone.district().substring(0, 4))) {
                        assertThat(standing.outcome())
                                .isEqualTo(before.get(candidate).outcome());
                    }
                });
            }
        });
    }

    @Test
    void onceTheChairHasVotedNothingIsOpen() {
        forAll((seed, facts) -> {
            var decided = facts;
            for (int round = 0; round < 4; round++) {
                var votes = new ArrayList<>(decided.castingVotes());
                votes.addAll(new ArbitraryFacts(seed).withCastingVotes(decided).castingVotes());
                decided = ArbitraryFacts.with(decided, decided.sheets(), votes, decided.participants());
            }
            assertThat(rate(decided).scopes()).allSatisfy(scope -> {
                assertThat(scope.missing()).isEmpty();
                assertThat(scope.standings()).noneMatch(standing -> standing.outcome() instanceof Outcome.Open);
            });
        });
    }

    private static void forAll(BiConsumer<Long, StageFacts> property) {
        for (long seed = 0; seed < SEEDS; seed++) {
            for (var stage : STAGES) {
                var facts = new ArbitraryFacts(seed).of(stage);
                try {
                    property.accept(seed, facts);
                } catch (AssertionError e) {
                    throw new AssertionError("stage " + stage + ", seed " + seed + ": " + e.getMessage(), e);
                }
            }
        }
    }

    private static FiledSheet raised(FiledSheet sheet) {
        var definition = SmallContest.DEFINITION.sheets().stream()
                .filter(s -> s.id().equals(sheet.sheet()))
                .findFirst()
                .orElseThrow();
        var points = new HashMap<>(sheet.points());
        for (var criterion : definition.criteria()) {
            var more = sheet.points().get(criterion.id()).add(BigDecimal.ONE);
            if (more.compareTo(BigDecimal.valueOf(criterion.maxPoints())) <= 0) {
                points.put(criterion.id(), more);
                return new FiledSheet(
                        sheet.stage(),
                        sheet.sheet(),
                        sheet.candidate(),
                        sheet.member(),
                        points,
                        sheet.version(),
                        sheet.correction(),
                        sheet.paper(),
                        sheet.filedAt());
            }
        }
        return null;
    }

    private static Rating rate(StageFacts facts) {
        return Ranking.rate(SmallContest.DEFINITION, facts);
    }

    private static List<String> chosen(StageFacts facts, String stage) {
        return facts.stage().equals(stage)
                ? standings(facts).values().stream()
                        .filter(standing -> standing.outcome() instanceof Outcome.Chosen)
                        .map(Standing::candidate)
                        .toList()
                : List.of();
    }

    private static Map<String, Standing> standings(StageFacts facts) {
        return rate(facts).scopes().stream()
                .flatMap(scope -> scope.standings().stream())
                .collect(Collectors.toMap(Standing::candidate, standing -> standing));
    }
}
