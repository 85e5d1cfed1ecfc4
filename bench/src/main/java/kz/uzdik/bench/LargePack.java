package kz.uzdik.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import kz.uzdik.contest.definition.Component;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Places;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.definition.Survey;
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
import kz.uzdik.contest.vote.AnswerCounts;
import kz.uzdik.contest.vote.Ballot;
import kz.uzdik.contest.vote.Tally;
import kz.uzdik.json.pack.PackFacts;
import kz.uzdik.json.pack.PackProtocol;
import kz.uzdik.json.pack.PackWriter;
import kz.uzdik.json.pack.PublishedBallots;
import kz.uzdik.ranking.Protocol;
import kz.uzdik.ranking.ProtocolPdf;
import kz.uzdik.store.AnnouncedStage;
import kz.uzdik.store.Announcement;
import kz.uzdik.store.Snapshot;

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
        var drawn = new LargePack(definition).draw(ballots);
        try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
            PackWriter.write(drawn.pack(), out);
        }
    }

    /** The two announced stages, selection and regional, with {@code ballots} ballots. */
    static List<AnnouncedStage> stages(ContestDefinition definition, int ballots) {
        var drawn = new LargePack(definition).draw(ballots);
        return List.of(drawn.selection(), drawn.regional());
    }

    /** Both stages, and the ballots of the second. */
    private record Drawn(AnnouncedStage selection, AnnouncedStage regional, PublishedBallots ballots) {

        PackFacts pack() {
            var snapshot = regional.snapshot();
            return new PackFacts(
                    snapshot.definition(),
                    1,
                    AT,
                    null,
                    snapshot.facts(),
                    snapshot.minutes(),
                    regional.rating(),
                    snapshot.decisions(),
                    List.of(selection.rating()),
                    List.of(ballots),
                    List.of(),
                    List.of(),
                    Protocol.LANGUAGES.stream()
                            .map(language -> {
                                var html = Protocol.of(regional, language);
                                return new PackProtocol(language, html, ProtocolPdf.of(html, AT));
                            })
                            .toList());
        }
    }

    private Drawn draw(int ballots) {
        var admitted = participants();
        var stages = definition.stages();
        var selection = announced(stages.get(0), admitted, decided(facts(stages.get(0), admitted, Map.of(), Map.of())));
        var taking = selection.chosen();
        var chosen = taking.stream().map(Participant::candidate).toList();
        var survey = definition.surveys().getFirst();
        var published = new PublishedBallots(survey, Annulments.NONE);
        var tally = new Tally();
        for (int i = 0; i < ballots; i++) {
            var ballot = ballot(survey, chosen.get(i % chosen.size()));
            published.add(ballot);
            tally.add(ballot);
        }
        var earlier = selection.totals();
        earlier.keySet().retainAll(chosen);
        var facts = decided(
                facts(stages.get(1), taking, Map.of(stages.get(0).id(), earlier), Map.of(survey.id(), tally.totals())));
        return new Drawn(selection, announced(stages.get(1), admitted, facts), published);
    }

    private Ballot ballot(Survey survey, String candidate) {
        var answers = new TreeMap<String, Integer>();
        survey.questions().forEach(question -> answers.put(question.id(), random.nextInt(6)));
        return new Ballot(
                "%016x%016x".formatted(random.nextLong(), random.nextLong()),
                survey.id(),
                candidate,
                answers,
                "2027-05-20T10",
                "web",
                "00000000");
    }

    private AnnouncedStage announced(Stage stage, List<Participant> admitted, StageFacts facts) {
        var salts = facts.sheets().stream()
                .map(sheet -> new SheetSalt(
                        sheet.sheet(), sheet.candidate(), sheet.member(), sheet.version(), "0".repeat(32)))
                .toList();
        var decisions = admitted.stream()
                .map(one -> new Decision(
                        one.candidate(), 1, 1, true, List.of(), one.attributes(), "", "secretary", AT, null))
                .toList();
        var hash = "0".repeat(64);
        return new AnnouncedStage(
                new Announcement(stage.id(), 1, AT, "agency", null, null, definition.version(), hash, hash, hash),
                new Snapshot(
                        definition,
                        facts,
                        new Minutes(sittings(stage), salts),
                        decisions,
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                Ranking.rate(definition, facts),
                null);
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
            Map<String, Map<String, AnswerCounts>> tallies) {
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
                stage.id(), taking, commissions(), sheets, List.of(), List.of(), List.of(), tallies, Map.of(), earlier);
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
}
