package kz.uzdik.contest.ranking;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import kz.uzdik.contest.definition.Component;
import kz.uzdik.contest.definition.Sheet;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.jury.Abstention;
import kz.uzdik.contest.jury.CastingVote;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.contest.jury.FiledSheet;
import kz.uzdik.contest.jury.Recusal;
import kz.uzdik.contest.vote.AnswerCounts;

/** Seeded facts on the small contest, with so few different points that ties are common. */
final class ArbitraryFacts {
    static final Instant AT = Instant.parse("2027-03-01T04:00:00Z");

    private final Random random;

    ArbitraryFacts(long seed) {
        random = new Random(seed);
    }

    StageFacts of(String stageId) {
        var stage = Ranking.stage(SmallContest.DEFINITION, stageId);
        var participants = participants();
        var commissions = new ArrayList<Commission>();
        if (stage.scope() == Stage.Scope.REPUBLIC) {
            commissions.add(SmallContest.commission(Stage.REPUBLIC));
        } else {
            SmallContest.OBLASTS.forEach(oblast -> commissions.add(SmallContest.commission(oblast)));
        }
        var recusals = new ArrayList<Recusal>();
        var abstentions = new ArrayList<Abstention>();
        var sheets = sheets(stage, participants, commissions, recusals, abstentions);
        var facts = new StageFacts(
                stageId,
                participants,
                commissions,
                sheets,
                recusals,
                abstentions,
                List.of(),
                Map.of("residents", tallies(participants)),
                Map.of("residents", tallies(participants)),
                Map.of("selection", totals(participants), "regional", totals(participants)));
        return random.nextBoolean() ? facts : withCastingVotes(facts);
    }

    /** {@code facts} with the chair's vote on every tie that needs one. */
    StageFacts withCastingVotes(StageFacts facts) {
        var votes = new ArrayList<CastingVote>();
        for (var scope : Ranking.rate(SmallContest.DEFINITION, facts).scopes()) {
            for (var missing : scope.missing()) {
                if (missing instanceof Rating.Missing.CastingVoteNeeded needed) {
                    var order = new ArrayList<>(needed.candidates());
                    Collections.shuffle(order, random);
                    votes.add(new CastingVote(facts.stage(), scope.scope(), 1, order, "ашық", "chair", AT));
                }
            }
        }
        return with(facts, facts.sheets(), votes, facts.participants());
    }

    /** {@code facts} with every list in another order. */
    StageFacts shuffled(StageFacts facts) {
        return new StageFacts(
                facts.stage(),
                shuffled(facts.participants()),
                shuffled(facts.commissions().stream()
                        .map(commission -> new Commission(commission.scope(), shuffled(commission.members())))
                        .toList()),
                shuffled(facts.sheets()),
                shuffled(facts.recusals()),
                shuffled(facts.abstentions()),
                shuffled(facts.castingVotes()),
                facts.tallies(),
                facts.paper(),
                facts.earlier());
    }

    static StageFacts with(
            StageFacts facts, List<FiledSheet> sheets, List<CastingVote> votes, List<Participant> participants) {
        return new StageFacts(
                facts.stage(),
                participants,
                facts.commissions(),
                sheets,
                facts.recusals(),
                facts.abstentions(),
                votes,
                facts.tallies(),
                facts.paper(),
                facts.earlier());
    }

    private <T> List<T> shuffled(List<T> list) {
        var copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }

    private List<Participant> participants() {
        var participants = new ArrayList<Participant>();
        for (var oblast : SmallContest.OBLASTS.subList(0, 1 + random.nextInt(3))) {
            for (int district = 0; district < SmallContest.DISTRICTS; district++) {
                for (int okrug = 0; okrug < SmallContest.OKRUGS; okrug++) {
                    if (random.nextInt(4) > 0) {
                        var kato = SmallContest.okrug(oblast, district, okrug);
                        participants.add(new Participant(
                                "d-" + kato,
                                "Әкім " + kato,
                                oblast,
                                SmallContest.district(oblast, district),
                                kato,
                                Map.of("projects", random.nextInt(2), "complaints", random.nextInt(2))));
                    }
                }
            }
        }
        return participants;
    }

    private List<FiledSheet> sheets(
            Stage stage,
            List<Participant> participants,
            List<Commission> commissions,
            List<Recusal> recusals,
            List<Abstention> abstentions) {
        var filed = new ArrayList<FiledSheet>();
        for (var participant : participants) {
            boolean tame = random.nextInt(3) > 0;
            var commission = commissions.stream()
                    .filter(c -> c.scope().equals(Stage.REPUBLIC) || c.scope().equals(participant.oblast()))
                    .findFirst()
                    .orElseThrow();
            for (var member : commission.members()) {
                if (random.nextInt(30) == 0) {
                    recusals.add(new Recusal(stage.id(), member.id(), participant.candidate(), "туыс", AT));
                } else if (random.nextInt(30) == 0) {
                    abstentions.add(new Abstention(stage.id(), member.id(), participant.candidate(), "ойландым", AT));
                } else {
                    for (var component : stage.components()) {
                        if (component instanceof Component.OfSheet of) {
                            var sheet = sheet(stage, of.sheet(), participant.candidate(), member.id(), tame);
                            filed.add(sheet);
                            if (random.nextInt(10) == 0) {
                                filed.add(corrected(sheet));
                            }
                        }
                    }
                }
            }
        }
        return filed;
    }

    private FiledSheet sheet(Stage stage, String id, String candidate, String member, boolean tame) {
        var sheet = SmallContest.DEFINITION.sheets().stream()
                .filter(s -> s.id().equals(id))
                .findFirst()
                .orElseThrow();
        return new FiledSheet(stage.id(), id, candidate, member, points(sheet, tame), AT);
    }

    private FiledSheet corrected(FiledSheet first) {
        var sheet = SmallContest.DEFINITION.sheet(first.sheet()).orElseThrow();
        return new FiledSheet(
                first.stage(),
                first.sheet(),
                first.candidate(),
                first.member(),
                points(sheet, false),
                2,
                "қате",
                null,
                AT.plusSeconds(1));
    }

    private Map<String, BigDecimal> points(Sheet sheet, boolean tame) {
        var points = new HashMap<String, BigDecimal>();
        for (var criterion : sheet.criteria()) {
            points.put(
                    criterion.id(),
                    tame ? BigDecimal.valueOf(4) : BigDecimal.valueOf(random.nextInt(criterion.maxPoints() + 1)));
        }
        return points;
    }

    private Map<String, AnswerCounts> tallies(List<Participant> participants) {
        var tallies = new HashMap<String, AnswerCounts>();
        for (var participant : participants) {
            long ballots = random.nextInt(3) == 0 ? 3 : 6;
            tallies.put(
                    participant.candidate(),
                    new AnswerCounts(
                            ballots,
                            Map.of(
                                    "q1",
                                    Map.of(Integer.toString(3 + random.nextInt(2)), ballots),
                                    "q2",
                                    Map.of("0", 1L, "3", ballots - 1))));
        }
        return tallies;
    }

    private Map<String, BigDecimal> totals(List<Participant> participants) {
        var totals = new HashMap<String, BigDecimal>();
        participants.forEach(participant ->
                totals.put(participant.candidate(), new BigDecimal(random.nextInt(3) == 0 ? "61.2500" : "70.0000")));
        return totals;
    }
}
