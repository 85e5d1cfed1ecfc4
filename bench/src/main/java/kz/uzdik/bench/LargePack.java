package kz.uzdik.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import kz.uzdik.contest.definition.Component;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Places;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.dossier.Decision;
import kz.uzdik.contest.jury.CastingVote;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.contest.jury.FiledSheet;
import kz.uzdik.contest.jury.Minutes;
import kz.uzdik.contest.jury.SheetSalt;
import kz.uzdik.contest.jury.Sitting;
import kz.uzdik.contest.ranking.Participant;
import kz.uzdik.contest.ranking.Ranking;
import kz.uzdik.contest.ranking.Rating;
import kz.uzdik.contest.ranking.StageFacts;
import kz.uzdik.contest.vote.Annulments;
import kz.uzdik.contest.vote.Ballot;
import kz.uzdik.contest.vote.Tally;
import kz.uzdik.json.pack.PackFacts;
import kz.uzdik.json.pack.PackProtocol;
import kz.uzdik.json.pack.PackWriter;
import kz.uzdik.json.pack.PublishedBallots;

/**
 * The regional stage of the whole republic with as many ballots as wanted: every rural district of the definition has a
 * candidate, nine members judge each, the selected stand in the residents' survey. Always the same.
 */
final class LargePack {

    private static final Instant AT = Instant.parse("2027-06-26T05:00:00Z");
    private static final int MEMBERS = 9;

    private final ContestDefinition definition;
    private final SplittableRandom random = new SplittableRandom(1);

    private LargePack(ContestDefinition definition) {
        this.definition = definition;
    }

    /** Writes the pack with {@code ballots} ballots to {@code file}. */
    static void write(ContestDefinition definition, int ballots, Path file) throws IOException {
        var facts = new LargePack(definition).facts(ballots);
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            PackWriter.write(facts, out);
        }
    }

    private PackFacts facts(int ballots) {
        var survey = definition.surveys().getFirst();
        var admitted = participants();
        var selection = definition.stages().get(0);
        var selected = Ranking.rate(definition, decided(facts(selection, admitted, Map.of(), new Tally(), "")));
        var chosen = standings(selected).stream()
                .filter(standing -> standing.outcome() instanceof Rating.Outcome.Chosen)
                .map(Rating.Standing::candidate)
                .toList();
        var taking = admitted.stream()
                .filter(participant -> chosen.contains(participant.candidate()))
                .toList();
        var published = new PublishedBallots(survey, Annulments.NONE);
        var tally = new Tally();
        for (int i = 0; i < ballots; i++) {
            var answers = new TreeMap<String, Integer>();
            survey.questions().forEach(question -> answers.put(question.id(), random.nextInt(6)));
            var ballot = new Ballot(
                    "%016x%016x".formatted(random.nextLong(), random.nextLong()),
                    survey.id(),
                    taking.get(i % taking.size()).candidate(),
                    answers,
                    "2027-05-20T10",
                    "web",
                    "00000000");
            published.add(ballot);
            tally.add(ballot);
        }
        var earlier = new HashMap<String, BigDecimal>();
        standings(selected).forEach(standing -> earlier.put(standing.candidate(), standing.total()));
        earlier.keySet().retainAll(chosen);
        var regional = definition.stages().get(1);
        var facts = decided(facts(regional, taking, Map.of(selection.id(), earlier), tally, survey.id()));
        var rating = Ranking.rate(definition, facts);
        var protocol = protocol(rating).getBytes(StandardCharsets.UTF_8);
        return new PackFacts(
                definition,
                1,
                AT,
                null,
                facts,
                new Minutes(
                        sittings(regional),
                        facts.sheets().stream()
                                .map(sheet -> new SheetSalt(
                                        sheet.sheet(),
                                        sheet.candidate(),
                                        sheet.member(),
                                        sheet.version(),
                                        "0".repeat(32)))
                                .toList()),
                rating,
                admitted.stream()
                        .map(one -> new Decision(
                                one.candidate(), 1, 1, true, List.of(), one.attributes(), "", "secretary", AT, null))
                        .toList(),
                List.of(selected),
                List.of(published),
                List.of(),
                List.of(),
                List.of(
                        new PackProtocol("kk", protocol(rating), protocol),
                        new PackProtocol("ru", protocol(rating), protocol)));
    }

    private static List<Rating.Standing> standings(Rating rating) {
        return rating.scopes().stream()
                .flatMap(scope -> scope.standings().stream())
                .toList();
    }

    private List<Participant> participants() {
        var places = Places.of(definition);
        return definition.oblasts().stream()
                .flatMap(oblast -> oblast.districts().stream())
                .flatMap(district -> district.okrugs().stream())
                .map(okrug -> {
                    var attributes = new TreeMap<String, Integer>();
                    definition
                            .attributes()
                            .forEach(attribute -> attributes.put(
                                    attribute.id(), random.nextInt(attribute.min(), attribute.max() + 1)));
                    return new Participant(
                            "d-" + okrug.kato(),
                            "Әкім " + okrug.kato(),
                            places.oblastOf(okrug.kato()).orElseThrow().kato(),
                            places.districtOf(okrug.kato()).orElseThrow().kato(),
                            okrug.kato(),
                            attributes);
                })
                .toList();
    }

    private StageFacts facts(
            Stage stage,
            List<Participant> taking,
            Map<String, Map<String, BigDecimal>> earlier,
            Tally tally,
            String survey) {
        var sheets = new ArrayList<FiledSheet>();
        for (var participant : taking) {
            for (var component : stage.components()) {
                if (component instanceof Component.OfSheet of) {
                    for (int member = 0; member < MEMBERS; member++) {
                        sheets.add(sheet(stage, of.sheet(), participant, member));
                    }
                }
            }
        }
        return new StageFacts(
                stage.id(),
                taking,
                commissions(),
                sheets,
                List.of(),
                List.of(),
                List.of(),
                survey.isEmpty() ? Map.of() : Map.of(survey, tally.totals()),
                Map.of(),
                earlier);
    }

    private FiledSheet sheet(Stage stage, String id, Participant participant, int member) {
        var points = new TreeMap<String, BigDecimal>();
        definition.sheets().stream()
                .filter(sheet -> sheet.id().equals(id))
                .flatMap(sheet -> sheet.criteria().stream())
                .forEach(criterion ->
                        points.put(criterion.id(), BigDecimal.valueOf(random.nextInt(criterion.maxPoints() + 1))));
        return new FiledSheet(
                stage.id(), id, participant.candidate(), member(participant.oblast(), member), points, AT);
    }

    /** The chairs' votes added until no tie is open. */
    private StageFacts decided(StageFacts facts) {
        var votes = new ArrayList<>(facts.castingVotes());
        for (var scope : Ranking.rate(definition, facts).scopes()) {
            for (var missing : scope.missing()) {
                if (missing instanceof Rating.Missing.CastingVoteNeeded(List<String> candidates)) {
                    votes.add(new CastingVote(
                            facts.stage(), scope.scope(), 1, candidates, "тең", member(scope.scope(), 0), AT));
                }
            }
        }
        return votes.size() == facts.castingVotes().size()
                ? facts
                : decided(new StageFacts(
                        facts.stage(),
                        facts.participants(),
                        facts.commissions(),
                        facts.sheets(),
                        facts.recusals(),
                        facts.abstentions(),
                        votes,
                        facts.tallies(),
                        facts.paper(),
                        facts.earlier()));
    }

    private List<Commission> commissions() {
        return definition.oblasts().stream()
                .map(oblast -> new Commission(
                        oblast.kato(),
                        IntStream.range(0, MEMBERS)
                                .mapToObj(i -> new Commission.Member(
                                        member(oblast.kato(), i),
                                        "Мүше " + i,
                                        "",
                                        i == 0 ? Commission.Role.CHAIR : Commission.Role.MEMBER))
                                .toList()))
                .toList();
    }

    private List<Sitting> sittings(Stage stage) {
        return commissions().stream()
                .map(commission -> new Sitting(
                        stage.id(),
                        commission.scope(),
                        1,
                        1,
                        LocalDate.parse("2027-06-25"),
                        commission.members().stream().map(Commission.Member::id).toList(),
                        List.of("Үміткерлерді бағалау"),
                        null,
                        "secretary",
                        AT))
                .toList();
    }

    private static String member(String oblast, int index) {
        return "m" + index + "-" + oblast;
    }

    private static String protocol(Rating rating) {
        var html = new StringBuilder("<html><body><table>\n");
        for (var standing : standings(rating)) {
            html.append("<tr><td>Әкім ").append(standing.candidate().substring(2));
            standing.components()
                    .forEach(points ->
                            html.append("</td><td>").append(points.points().toPlainString()));
            html.append("</td><td>").append(standing.total().toPlainString()).append("</td></tr>\n");
        }
        return html.append("</table></body></html>\n").toString();
    }
}
