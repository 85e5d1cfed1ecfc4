package kz.uzdik.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.uzdik.contest.definition.Announcing;
import kz.uzdik.contest.definition.Component;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.dossier.Decision;
import kz.uzdik.contest.jury.Abstention;
import kz.uzdik.contest.jury.CastingVote;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.contest.jury.FiledSheet;
import kz.uzdik.contest.jury.Minutes;
import kz.uzdik.contest.jury.Recusal;
import kz.uzdik.contest.jury.SheetSalt;
import kz.uzdik.contest.jury.Sitting;
import kz.uzdik.contest.ranking.Participant;
import kz.uzdik.contest.ranking.Ranking;
import kz.uzdik.contest.ranking.Rating;
import kz.uzdik.contest.ranking.StageFacts;
import kz.uzdik.contest.vote.Annulments;
import kz.uzdik.contest.vote.AnswerCounts;
import kz.uzdik.contest.vote.Ballot;
import kz.uzdik.contest.vote.BallotCriteria;
import kz.uzdik.contest.vote.BallotKind;
import kz.uzdik.contest.vote.PaperCheck;
import kz.uzdik.contest.vote.PaperCount;
import kz.uzdik.contest.vote.PaperRecord;
import kz.uzdik.contest.vote.SurveyAct;
import kz.uzdik.contest.vote.SurveyCount;
import kz.uzdik.contest.vote.SurveyTally;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.json.pack.PackAnnulment;
import kz.uzdik.json.pack.PackCorrection;
import kz.uzdik.json.pack.PackFacts;
import kz.uzdik.json.pack.PackPaper;
import kz.uzdik.json.pack.PackProtocol;
import kz.uzdik.json.pack.PackWriter;
import kz.uzdik.json.pack.PublishedBallots;
import org.jspecify.annotations.Nullable;

/** A small contest played to the end of one stage, and its pack. The same each time, in an order that a seed sets. */
final class SamplePack {
    static final ContestDefinition DEFINITION = definition("\"NAMED\"", "\"NAMED\"");
    static final Instant AT = Instant.parse("2027-06-26T05:00:00Z");
    static final String A1 = "d-113031000";
    static final String A2 = "d-113032000";
    static final String REFUSED = "d-154031000";

    private final Random order;

    private final @Nullable PackCorrection corrects;
    private final ContestDefinition definition;

    private SamplePack(long order) {
        this(order, null, Announcing.Members.NAMED);
    }

    private SamplePack(long order, @Nullable PackCorrection corrects, Announcing.Members members) {
        this.order = new Random(order);
        this.corrects = corrects;
        this.definition = members == Announcing.Members.NAMED ? DEFINITION : definition("\"NAMED\"", "\"ANONYMISED\"");
    }

    /** The pack of the same facts under a definition that anonymises members. */
    static byte[] anonymised(String stage, long order) {
        try {
            var out = new ByteArrayOutputStream();
            PackWriter.write(new SamplePack(order, null, Announcing.Members.ANONYMISED).facts(stage), out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pack of {@code stage}, its facts listed in an order that {@code order} sets. */
    static byte[] of(String stage, long order) {
        try {
            var out = new ByteArrayOutputStream();
            PackWriter.write(new SamplePack(order).facts(stage), out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A pack of the same facts that corrects {@code before}, the first pack of {@code stage}. */
    static byte[] correcting(byte[] before, String stage) {
        try {
            var out = new ByteArrayOutputStream();
            var corrects = new PackCorrection(1, AT, Forgery.sha256(before), new Text("Парақ қате.", "Лист ошибочен."));
            PackWriter.write(new SamplePack(1, corrects, Announcing.Members.NAMED).facts(stage), out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PackProtocol protocolOf(String language, Rating rating, StageFacts facts) {
        var head = corrects == null
                ? ""
                : "<p>" + corrects.reason().in(language) + " <code>" + corrects.evidenceSha256() + "</code></p>";
        var html = protocol(rating, facts) + head;
        return new PackProtocol(language, html, ("%PDF-1.7\n" + html).getBytes(StandardCharsets.UTF_8));
    }

    private PackFacts facts(String stageId) {
        var stage = stage(stageId);
        var earlier = earlier(stage);
        var participants = participants(stage, earlier);
        var ballots = stage.components().stream().anyMatch(Component.OfSurvey.class::isInstance)
                ? ballots(participants)
                : List.<Ballot>of();
        var paper = ballots.isEmpty() ? List.<PackPaper>of() : paper(participants);
        var facts = facts(stage, participants, earlier, ballots, paper);
        var published = new ArrayList<PublishedBallots>();
        if (!ballots.isEmpty()) {
            var list = new PublishedBallots(DEFINITION.surveys().getFirst(), Annulments.of(acts(participants)));
            ballots.forEach(list::add);
            published.add(list);
        }
        var annulments = ballots.isEmpty()
                ? List.<PackAnnulment>of()
                : PackAnnulment.of(
                        acts(participants),
                        counted(participants, ballots),
                        participants.stream().map(Participant::candidate).toList());
        var rating = Ranking.rate(DEFINITION, facts);
        return new PackFacts(
                definition,
                corrects == null ? 1 : corrects.number() + 1,
                corrects == null ? AT : AT.plusSeconds(3600),
                corrects,
                facts,
                new Minutes(
                        shuffled(sittings(stage)),
                        shuffled(facts.sheets().stream()
                                .map(sheet -> new SheetSalt(
                                        sheet.sheet(), sheet.candidate(), sheet.member(), sheet.version(), salt(sheet)))
                                .toList())),
                rating,
                shuffled(decisions()),
                shuffled(earlier),
                published,
                shuffled(annulments),
                shuffled(paper),
                List.of(protocolOf("kk", rating, facts), protocolOf("ru", rating, facts)));
    }

    private StageFacts facts(
            Stage stage,
            List<Participant> participants,
            List<Rating> earlier,
            List<Ballot> ballots,
            List<PackPaper> paper) {
        Map<String, Map<String, AnswerCounts>> tallies = ballots.isEmpty()
                ? Map.of()
                : Map.of("residents", counted(participants, ballots).counted());
        var totals = new HashMap<String, Map<String, BigDecimal>>();
        earlier.forEach(rating -> totals.put(rating.stage(), totals(rating)));
        var facts = new StageFacts(
                stage.id(),
                shuffled(participants),
                shuffled(commissions(stage)),
                shuffled(sheets(stage, participants)),
                List.of(new Recusal(stage.id(), "m3-" + scope(stage, A1), A1, "туысы", AT)),
                List.of(new Abstention(stage.id(), "m2-" + scope(stage, A2), A2, "шешім қабылдай алмадым", AT)),
                List.of(),
                tallies,
                PackPaper.counted(paper),
                totals);
        return decided(facts);
    }

    /** The chair's votes added, lowest id first, until no tie is open. */
    private StageFacts decided(StageFacts facts) {
        var votes = Ranking.rate(DEFINITION, facts).scopes().stream()
                .flatMap(scope -> scope.missing().stream()
                        .filter(Rating.Missing.CastingVoteNeeded.class::isInstance)
                        .map(missing -> new CastingVote(
                                facts.stage(),
                                scope.scope(),
                                2,
                                ((Rating.Missing.CastingVoteNeeded) missing).candidates(),
                                "ашық дауыс",
                                "m1-" + scope.scope(),
                                AT)))
                .collect(Collectors.toCollection(ArrayList::new));
        if (votes.isEmpty()) {
            return facts;
        }
        votes.addAll(facts.castingVotes());
        return decided(new StageFacts(
                facts.stage(),
                facts.participants(),
                facts.commissions(),
                facts.sheets(),
                facts.recusals(),
                facts.abstentions(),
                shuffled(votes),
                facts.tallies(),
                facts.paper(),
                facts.earlier()));
    }

    private static List<Rating> earlier(Stage stage) {
        if (stage.from() == null) {
            return List.of();
        }
        var before = new SamplePack(0).facts(stage.from());
        return List.of(before.rating());
    }

    private static Map<String, BigDecimal> totals(Rating rating) {
        var totals = new HashMap<String, BigDecimal>();
        rating.scopes()
                .forEach(scope ->
                        scope.standings().forEach(standing -> totals.put(standing.candidate(), standing.total())));
        return totals;
    }

    private static List<Participant> participants(Stage stage, List<Rating> earlier) {
        var chosen = earlier.stream()
                .flatMap(rating -> rating.scopes().stream())
                .flatMap(scope -> scope.standings().stream())
                .filter(standing -> standing.outcome() instanceof Rating.Outcome.Chosen)
                .map(Rating.Standing::candidate)
                .collect(Collectors.toSet());
        var all = new ArrayList<Participant>();
        for (var oblast : DEFINITION.oblasts()) {
            for (var district : oblast.districts()) {
                for (var okrug : district.okrugs()) {
                    var dossier = "d-" + okrug.kato();
                    if (!dossier.equals(REFUSED) && (stage.from() == null || chosen.contains(dossier))) {
                        all.add(new Participant(
                                dossier,
                                "Әкім " + okrug.kato() + " <O'Нил>",
                                oblast.kato(),
                                district.kato(),
                                okrug.kato(),
                                Map.of("projects", 1, "complaints", 0)));
                    }
                }
            }
        }
        return all;
    }

    private static List<Decision> decisions() {
        var decisions = new ArrayList<Decision>();
        for (var participant : participants(stage("selection"), List.of())) {
            decisions.add(new Decision(
                    participant.candidate(), 1, 1, true, List.of(), participant.attributes(), "", "m1", AT, null));
        }
        decisions.add(new Decision(REFUSED, 1, 1, true, List.of(), Map.of("projects", 1), "", "m1", AT, null));
        decisions.add(new Decision(REFUSED, 2, 1, false, List.of("oneYearInPost"), Map.of(), "жасырын", "m1", AT, 1));
        return decisions;
    }

    private static String scope(Stage stage, String candidate) {
        return stage.scope() == Stage.Scope.REPUBLIC ? Stage.REPUBLIC : candidate.substring(2, 4) + "0000000";
    }

    private static List<Commission> commissions(Stage stage) {
        return (stage.scope() == Stage.Scope.REPUBLIC ? List.of(Stage.REPUBLIC) : List.of("110000000", "150000000"))
                .stream()
                        .map(scope -> new Commission(
                                scope,
                                IntStream.rangeClosed(1, 3)
                                        .mapToObj(i -> new Commission.Member(
                                                "m" + i + "-" + scope,
                                                "Мүше " + i,
                                                "m" + i + "@example.kz",
                                                i == 1 ? Commission.Role.CHAIR : Commission.Role.MEMBER))
                                        .toList()))
                        .toList();
    }

    private static String salt(FiledSheet sheet) {
        return "%032x"
                .formatted(
                        sheet.member().hashCode() * 31L + sheet.candidate().hashCode() + sheet.version() + (1L << 40));
    }

    /** Each commission sat twice, the first time too few; the second was recorded anew. */
    private static List<Sitting> sittings(Stage stage) {
        return commissions(stage).stream()
                .flatMap(commission -> Stream.of(
                        sitting(stage, commission, 1, 1, 1, null),
                        sitting(stage, commission, 2, 1, 1, null),
                        sitting(stage, commission, 2, 2, 3, "қатысқандар толық жазылмаған")))
                .toList();
    }

    private static Sitting sitting(
            Stage stage, Commission commission, int number, int version, int present, @Nullable String correction) {
        return new Sitting(
                stage.id(),
                commission.scope(),
                number,
                version,
                LocalDate.parse("2027-06-25"),
                commission.members().stream()
                        .limit(present)
                        .map(Commission.Member::id)
                        .toList(),
                List.of("Үміткерлерді бағалау"),
                correction,
                "secretary",
                AT);
    }

    private static List<FiledSheet> sheets(Stage stage, List<Participant> participants) {
        var random = new Random(7);
        var sheets = new ArrayList<FiledSheet>();
        var sheet = stage.components().stream()
                .filter(Component.OfSheet.class::isInstance)
                .map(component -> ((Component.OfSheet) component).sheet())
                .findFirst()
                .orElseThrow();
        var criteria = DEFINITION.sheets().stream()
                .filter(one -> one.id().equals(sheet))
                .findFirst()
                .orElseThrow()
                .criteria();
        for (var participant : participants) {
            for (int member = 1; member <= 3; member++) {
                var points = new HashMap<String, BigDecimal>();
                criteria.forEach(criterion ->
                        points.put(criterion.id(), BigDecimal.valueOf(random.nextInt(criterion.maxPoints()))));
                sheets.add(new FiledSheet(
                        stage.id(),
                        sheet,
                        participant.candidate(),
                        "m" + member + "-" + scope(stage, participant.candidate()),
                        points,
                        1,
                        null,
                        member == 2 ? new FiledSheet.Paper("5".repeat(64), 9, "s1", "s2") : null,
                        AT));
            }
        }
        sheets.add(corrected(sheets.getLast()));
        return sheets;
    }

    /** A sheet once more, each criterion with one point. */
    private static FiledSheet corrected(FiledSheet first) {
        var points = new HashMap<String, BigDecimal>();
        DEFINITION
                .sheet(first.sheet())
                .orElseThrow()
                .criteria()
                .forEach(criterion -> points.put(criterion.id(), BigDecimal.ONE));
        return new FiledSheet(
                first.stage(),
                first.sheet(),
                first.candidate(),
                first.member(),
                points,
                2,
                "қате саналған",
                null,
                AT.plusSeconds(60));
    }

    /** Who was attacked. */
    static String attacked(List<Participant> participants) {
        return participants.get(1).candidate();
    }

    /** Of the ballots on one, those of one hour and some of another are annulled, and all but for a reinstatement. */
    private static List<SurveyAct> acts(List<Participant> participants) {
        var attacked = attacked(participants);
        var oblast = attacked.substring(2, 4) + "0000000";
        return List.of(
                act(1, annulled("republic", null, null, "2027-06-01T10", null)),
                act(2, annulled(oblast, attacked, "2027-06-02T11", "2027-06-02T11", null)),
                act(3, new SurveyAct.Reinstatement(1)),
                act(4, annulled(oblast, null, "2027-06-02T11", null, "0000beef")),
                act(
                        5,
                        new SurveyAct.Annulment(
                                new BallotCriteria(oblast, attacked, null, null, null, BallotKind.PAPER))));
    }

    private static SurveyAct.What annulled(
            String scope,
            @Nullable String candidate,
            @Nullable String from,
            @Nullable String to,
            @Nullable String network) {
        return new SurveyAct.Annulment(new BallotCriteria(scope, candidate, from, to, network, null));
    }

    private static SurveyAct act(int number, SurveyAct.What what) {
        return new SurveyAct("residents", number, what, new Text("шабуыл", "атака"), "m1", AT);
    }

    private static SurveyCount counted(List<Participant> participants, List<Ballot> ballots) {
        var tally = new SurveyTally(Annulments.of(acts(participants)));
        ballots.forEach(tally::add);
        return tally.count();
    }

    /**
     * Six ballots for everyone, but two for the last: too few to be shown. Then seven and two that annulments take from
     * the attacked, of which the two are too few.
     */
    private List<Ballot> ballots(List<Participant> participants) {
        var random = new Random(11);
        var ballots = new ArrayList<Ballot>();
        for (var participant : participants) {
            for (int i = 0; i < (participant.equals(participants.getLast()) ? 2 : 6); i++) {
                ballots.add(new Ballot(
                        "%032x".formatted(random.nextLong(Long.MAX_VALUE)),
                        "residents",
                        participant.candidate(),
                        Map.of("q1", 1 + random.nextInt(5), "q2", random.nextInt(6)),
                        "2027-06-01T10",
                        "web",
                        "0badcafe"));
            }
        }
        for (int i = 0; i < 9; i++) {
            ballots.add(new Ballot(
                    "%032x".formatted(random.nextLong(Long.MAX_VALUE)),
                    "residents",
                    attacked(participants),
                    Map.of("q1", 5, "q2", 5),
                    i < 7 ? "2027-06-02T11" : "2027-06-02T12",
                    "web",
                    "0000beef"));
        }
        return shuffled(ballots);
    }

    /**
     * Counts on paper: of the first candidate entered twice, of the second annulled, of the last too few to be shown after
     * a count that nobody confirmed.
     */
    private static List<PackPaper> paper(List<Participant> participants) {
        var first = participants.getFirst().candidate();
        var entries = new ArrayList<PaperRecord.Entry>();
        entries.add(entry(first, 1, 30, true));
        entries.add(entry(first, 2, 31, true));
        entries.add(entry(participants.get(1).candidate(), 1, 12, true));
        if (participants.size() > 2) {
            entries.add(entry(participants.getLast().candidate(), 1, 9, false));
            entries.add(entry(participants.getLast().candidate(), 2, 2, true));
        }
        return PackPaper.of(
                DEFINITION.surveys().getFirst(),
                new PaperRecord(entries),
                Annulments.of(acts(participants)),
                participants.stream().map(Participant::candidate).toList());
    }

    private static PaperRecord.Entry entry(String candidate, int version, long ballots, boolean confirmed) {
        var count = new AnswerCounts(
                ballots, Map.of("q1", Map.of("5", ballots - 2, "1", 1L), "q2", Map.of("4", ballots - 1, "0", 1L)));
        return new PaperRecord.Entry(
                new PaperCount(
                        "residents",
                        candidate,
                        version,
                        count,
                        new PaperCount.Scan("a".repeat(64), 1000, "application/pdf"),
                        version == 1 ? null : new Text("қате", "ошибка"),
                        "secretary",
                        AT),
                confirmed ? new PaperCheck("residents", candidate, version, "m2", AT) : null);
    }

    private static String protocol(Rating rating, StageFacts facts) {
        var html = new StringBuilder("<html><body><table>\n");
        for (var scope : rating.scopes()) {
            for (var standing : scope.standings()) {
                var name = facts.participants().stream()
                        .filter(one -> one.candidate().equals(standing.candidate()))
                        .findFirst()
                        .orElseThrow()
                        .name();
                html.append("<tr><td>")
                        .append(name.replace("<", "&lt;").replace(">", "&gt;").replace("'", "&#39;"));
                standing.components()
                        .forEach(points -> html.append("</td><td>")
                                .append(points.points().toPlainString().replace('.', ',')));
                html.append("</td><td>")
                        .append(standing.total().toPlainString().replace('.', ','))
                        .append("</td></tr>\n");
            }
        }
        return html.append("</table></body></html>\n").toString();
    }

    private static Stage stage(String id) {
        return DEFINITION.stages().stream()
                .filter(stage -> stage.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The golden contest, whose second question is asked for the share of those who trust alone. */
    private static ContestDefinition definition(String what, String by) {
        var golden = Path.of("../functions/json/src/test/resources/golden/definition.json");
        try {
            var trust = """
                "trust": {"question": "q2", "trusting": 4, "dontKnow": true, "compared": {"percent": 84, "title": \
                {"kk": "Сауалнама", "ru": "Опрос"}}}, "minimumGroup":\
                """;
            return DefinitionReader.read(Files.readString(golden)
                    .replaceFirst("\"minimumGroup\":", trust)
                    .replace(what, by));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> List<T> shuffled(List<T> list) {
        var copy = new ArrayList<>(list);
        Collections.shuffle(copy, order);
        return copy;
    }
}
