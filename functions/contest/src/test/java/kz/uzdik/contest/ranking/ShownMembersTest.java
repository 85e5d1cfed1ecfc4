package kz.uzdik.contest.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kz.uzdik.contest.definition.Announcing;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.jury.Abstention;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.contest.jury.FiledSheet;
import kz.uzdik.contest.jury.Minutes;
import kz.uzdik.contest.jury.Recusal;
import kz.uzdik.contest.jury.SheetSalt;
import kz.uzdik.contest.jury.SheetSeal;
import kz.uzdik.contest.jury.Sitting;
import org.junit.jupiter.api.Test;

/** Members by name or by number: rated alike, sealed alike, and nobody to be found behind a number. */
final class ShownMembersTest {

    private static final ContestDefinition NAMED = SmallContest.DEFINITION;
    private static final ContestDefinition ANONYMISED = anonymised();
    private static final long SEEDS = 60;

    @Test
    void byNameEverythingIsShownAsItIs() {
        var facts = new ArbitraryFacts(1).of("selection");
        var minutes = minutes(facts, 1);
        assertThat(ShownMembers.of(NAMED, facts, minutes)).isEqualTo(new ShownMembers(facts, minutes));
    }

    @Test
    void byNumberTheRatingIsTheSameAndNobodyIsNamed() {
        for (var seed = 0L; seed < SEEDS; seed++) {
            for (var stage : List.of("selection", "regional", "republican")) {
                var facts = new ArbitraryFacts(seed).of(stage);
                var shown = ShownMembers.of(ANONYMISED, facts, minutes(facts, seed));
                var before = Ranking.rate(NAMED, facts);
                var after = Ranking.rate(ANONYMISED, shown.facts());
                for (var i = 0; i < before.scopes().size(); i++) {
                    assertThat(after.scopes().get(i).standings())
                            .isEqualTo(before.scopes().get(i).standings());
                }
                assertThat(facts.commissions().stream().flatMap(one -> one.members().stream()))
                        .allSatisfy(member ->
                                assertThat(shown.toString()).doesNotContain("=" + member.id() + ",", member.name()));
                assertThat(shown.toString()).doesNotContain("CHAIR", "DEPUTY");
            }
        }
    }

    @Test
    void theSealThatTheCommissionSawHoldsUnderTheNumberAndTellsNoMember() {
        var facts = new ArbitraryFacts(3).of("selection");
        var minutes = minutes(facts, 3);
        var shown = ShownMembers.of(ANONYMISED, facts, minutes);
        var seen = facts.sheets().stream()
                .map(sheet -> SheetSeal.of(sheet, salt(minutes, sheet), Announcing.Members.ANONYMISED)
                        .sha256())
                .sorted()
                .toList();
        assertThat(seen).isNotEmpty();
        assertThat(shown.facts().sheets().stream()
                        .map(sheet -> shownSalt(shown, sheet))
                        .map(pair -> SheetSeal.of(pair.sheet(), pair.salt().salt(), cover(pair.salt()))
                                .sha256())
                        .sorted())
                .isEqualTo(seen);
        var drawn = minutes.salts().stream().map(SheetSalt::salt).collect(Collectors.toSet());
        for (var salt : shown.minutes().salts()) {
            assertThat(drawn).doesNotContain(salt.salt());
        }
        for (var sheet : shown.facts().sheets()) {
            var salt = shownSalt(shown, sheet).salt();
            assertThat(facts.commissions().stream()
                            .flatMap(one -> one.members().stream())
                            .map(member -> SheetSeal.of(sheet, salt.salt(), member.id())
                                    .sha256()))
                    .doesNotContainAnyElementsOf(seen);
        }
    }

    @Test
    void numbersFollowFromTheFactsWhateverTheirOrderAndFromTheSaltsAlone() {
        var facts = new ArbitraryFacts(5).of("selection");
        var minutes = minutes(facts, 5);
        var shuffled = new ArrayList<>(facts.sheets());
        Collections.shuffle(shuffled, new Random(9));
        var other = new StageFacts(
                facts.stage(),
                facts.participants(),
                facts.commissions(),
                shuffled,
                facts.recusals(),
                facts.abstentions(),
                facts.castingVotes(),
                facts.tallies(),
                facts.paper(),
                facts.earlier());
        var shown = ShownMembers.of(ANONYMISED, facts, minutes);
        assertThat(ShownMembers.of(ANONYMISED, other, minutes).facts().canonical())
                .isEqualTo(shown.facts().canonical());
        assertThat(ShownMembers.of(ANONYMISED, other, minutes).minutes()).isEqualTo(shown.minutes());
        Set<Object> orders = IntStream.range(0, 20)
                .mapToObj(seed -> ShownMembers.of(ANONYMISED, facts, minutes(facts, seed))
                        .facts()
                        .canonical()
                        .sheets())
                .collect(Collectors.toSet());
        assertThat(orders).hasSizeGreaterThan(2);
    }

    @Test
    void ofWhoWasReplacedNothingIsShown() {
        for (var stage : List.of("selection", "republican")) {
            var facts = new ArbitraryFacts(7).of(stage);
            var left = facts.sheets().getFirst().member();
            var candidate = facts.sheets().getFirst().candidate();
            var replaced = replaced(facts, left, candidate);
            var minutes = minutes(facts, 7);
            var shown = ShownMembers.of(ANONYMISED, replaced, minutes);
            var known = shown.facts().commissions().stream()
                    .flatMap(one -> one.members().stream())
                    .map(Commission.Member::id)
                    .collect(Collectors.toSet());
            var named = new ArrayList<String>();
            shown.facts().sheets().forEach(sheet -> named.add(sheet.member()));
            shown.facts().recusals().forEach(recusal -> named.add(recusal.member()));
            shown.facts().abstentions().forEach(abstention -> named.add(abstention.member()));
            shown.minutes().sittings().forEach(sitting -> named.addAll(sitting.present()));
            shown.minutes().salts().forEach(salt -> named.add(salt.member()));
            assertThat(known).containsAll(named);
            assertThat(shown.facts().sheets()).hasSize((int) facts.sheets().stream()
                    .filter(sheet -> !sheet.member().equals(left))
                    .count());
            assertThat(shown.facts().sheets()).hasSameSizeAs(shown.minutes().salts());
            var before = Ranking.rate(NAMED, replaced).scopes();
            var after = Ranking.rate(ANONYMISED, shown.facts()).scopes();
            assertThat(after.stream().map(Rating.ScopeRating::standings))
                    .isEqualTo(
                            before.stream().map(Rating.ScopeRating::standings).toList());
        }
    }

    /** {@code facts} after somebody else took the seats of {@code left}, who stepped back and abstained before. */
    private static StageFacts replaced(StageFacts facts, String left, String candidate) {
        var recusals = new ArrayList<>(facts.recusals());
        recusals.add(new Recusal(facts.stage(), left, candidate, "", ArbitraryFacts.AT));
        var abstentions = new ArrayList<>(facts.abstentions());
        abstentions.add(new Abstention(facts.stage(), left, candidate, "", ArbitraryFacts.AT));
        return new StageFacts(
                facts.stage(),
                facts.participants(),
                facts.commissions().stream()
                        .map(commission -> new Commission(
                                commission.scope(),
                                commission.members().stream()
                                        .map(member -> member.id().equals(left)
                                                ? new Commission.Member("new", "Жаңа мүше", "", member.role())
                                                : member)
                                        .toList()))
                        .toList(),
                facts.sheets(),
                recusals,
                abstentions,
                facts.castingVotes(),
                facts.tallies(),
                facts.paper(),
                facts.earlier());
    }

    @Test
    void withoutSheetsNumbersFollowFromWhatStandsBesideThemAndFromNoId() {
        var commission = SmallContest.commission(SmallContest.OBLASTS.getFirst());
        var ids = commission.members().stream()
                .map(Commission.Member::id)
                .sorted()
                .toList();
        var shown = withoutSheets(ids.getFirst(), ids.getLast());
        assertThat(withoutSheets(ids.getLast(), ids.getFirst())).isEqualTo(shown);
        assertThat(withoutSheets(ids.get(1), ids.get(2))).isEqualTo(shown);
        assertThat(shown.recusals()).hasSize(2);
        assertThat(shown.recusals().stream().map(Recusal::member)).doesNotHaveDuplicates();
    }

    /** What is shown where {@code one} and {@code other} stepped back before anybody filed a sheet. */
    private static StageFacts withoutSheets(String one, String other) {
        var facts = new ArbitraryFacts(5).of("selection");
        var oblast = SmallContest.OBLASTS.getFirst();
        var candidates = facts.participants().stream()
                .filter(participant -> participant.oblast().equals(oblast))
                .map(Participant::candidate)
                .toList();
        var empty = new StageFacts(
                facts.stage(),
                facts.participants(),
                facts.commissions(),
                List.of(),
                List.of(
                        new Recusal(facts.stage(), one, candidates.getFirst(), "", ArbitraryFacts.AT),
                        new Recusal(facts.stage(), other, candidates.getLast(), "", ArbitraryFacts.AT.plusSeconds(1))),
                List.of(),
                List.of(),
                facts.tallies(),
                facts.paper(),
                facts.earlier());
        return ShownMembers.of(ANONYMISED, empty, new Minutes(List.of(), List.of()))
                .facts()
                .canonical();
    }

    private record Pair(FiledSheet sheet, SheetSalt salt) {}

    private static Pair shownSalt(ShownMembers shown, FiledSheet sheet) {
        return shown.minutes().salts().stream()
                .filter(salt -> isOf(salt, sheet))
                .map(salt -> new Pair(sheet, salt))
                .findFirst()
                .orElseThrow();
    }

    private static String salt(Minutes minutes, FiledSheet sheet) {
        return minutes.salts().stream()
                .filter(salt -> isOf(salt, sheet))
                .findFirst()
                .orElseThrow()
                .salt();
    }

    private static boolean isOf(SheetSalt salt, FiledSheet sheet) {
        return salt.sheet().equals(sheet.sheet())
                && salt.candidate().equals(sheet.candidate())
                && salt.member().equals(sheet.member())
                && salt.version() == sheet.version();
    }

    private static String cover(SheetSalt salt) {
        var cover = salt.cover();
        assertThat(cover).isNotNull();
        return cover == null ? "" : cover;
    }

    /** Salts drawn by {@code seed}, and a sitting with everybody. */
    private static Minutes minutes(StageFacts facts, long seed) {
        var random = new Random(seed);
        return new Minutes(
                facts.commissions().stream()
                        .map(commission -> new Sitting(
                                facts.stage(),
                                commission.scope(),
                                1,
                                1,
                                LocalDate.parse("2027-03-01"),
                                commission.members().stream()
                                        .map(Commission.Member::id)
                                        .toList(),
                                List.of("1"),
                                null,
                                "secretary",
                                ArbitraryFacts.AT))
                        .toList(),
                FiledSheet.inOrder(facts.sheets()).stream()
                        .map(sheet -> new SheetSalt(
                                sheet.sheet(),
                                sheet.candidate(),
                                sheet.member(),
                                sheet.version(),
                                "%016x%016x".formatted(random.nextLong(), random.nextLong())))
                        .toList());
    }

    private static ContestDefinition anonymised() {
        return new ContestDefinition(
                NAMED.id(),
                NAMED.version(),
                NAMED.title(),
                NAMED.zone(),
                NAMED.openPoints(),
                NAMED.calendar(),
                NAMED.oblasts(),
                NAMED.intake(),
                NAMED.eligibility(),
                NAMED.attributes(),
                NAMED.surveys(),
                NAMED.sheets(),
                NAMED.stages(),
                NAMED.commissions(),
                NAMED.appeals(),
                new Announcing(false, Announcing.Members.ANONYMISED));
    }
}
