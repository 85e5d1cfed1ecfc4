package kz.uzdik.json.pack;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.uzdik.contest.definition.Component;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.jury.CastingVote;
import kz.uzdik.contest.jury.FiledSheet;
import kz.uzdik.contest.jury.Minutes;
import kz.uzdik.contest.jury.SheetSalt;
import kz.uzdik.contest.jury.Sitting;
import kz.uzdik.contest.ranking.Participant;
import kz.uzdik.contest.ranking.Rating;
import kz.uzdik.contest.ranking.SheetPoints;
import kz.uzdik.contest.ranking.StageFacts;
import kz.uzdik.contest.vote.AnswerCounts;
import kz.uzdik.json.DefinitionException;
import kz.uzdik.json.DefinitionReader;

/** Everything in a pack but the lists of answers and receipts, which may be long. */
public record PackContents(
        Manifest manifest,
        ContestDefinition definition,
        Stage stage,
        List<PackDecision> decisions,
        List<Participant> participants,
        List<PackCommission> commissions,
        List<FiledSheet> sheets,
        List<PackRecusal> recusals,
        List<PackAbstention> abstentions,
        List<CastingVote> castingVotes,
        List<PackSeal> seals,
        List<Sitting> sittings,
        List<Rating> earlier,
        List<PackAnnulment> annulments,
        List<PackPaper> paper,
        Map<String, Map<String, AnswerCounts>> tallies,
        Rating rating,
        List<SheetPoints> sheetPoints) {
    public PackContents {
        decisions = List.copyOf(decisions);
        participants = List.copyOf(participants);
        commissions = List.copyOf(commissions);
        sheets = List.copyOf(sheets);
        recusals = List.copyOf(recusals);
        abstentions = List.copyOf(abstentions);
        castingVotes = List.copyOf(castingVotes);
        seals = List.copyOf(seals);
        sittings = List.copyOf(sittings);
        earlier = List.copyOf(earlier);
        annulments = List.copyOf(annulments);
        paper = List.copyOf(paper);
        tallies = Collections.unmodifiableMap(new TreeMap<>(tallies));
        sheetPoints = List.copyOf(sheetPoints);
    }

    /** Reads them. Throws {@link PackException} for a file that is missing, unknown or not as the format has it. */
    public static PackContents read(PackReader pack) {
        var manifest = pack.json(PackFiles.MANIFEST, Manifest.class);
        if (!manifest.format().equals(Manifest.FORMAT)) {
            throw new PackException("is of format " + manifest.format() + ", not " + Manifest.FORMAT);
        }
        var definition = definition(pack);
        var stage = definition.stages().stream()
                .filter(candidate -> candidate.id().equals(manifest.stage()))
                .findFirst()
                .orElseThrow(() ->
                        new PackException("is of stage " + manifest.stage() + ", which definition.json does not have"));
        pack.requireExactly(PackFiles.all(
                surveys(definition, stage).stream().map(Survey::id).toList()));
        return new PackContents(
                manifest,
                definition,
                stage,
                list(pack, PackFiles.DECISIONS, PackDecision[].class),
                list(pack, PackFiles.PARTICIPANTS, Participant[].class),
                list(pack, PackFiles.COMMISSIONS, PackCommission[].class),
                list(pack, PackFiles.SHEETS, FiledSheet[].class),
                list(pack, PackFiles.RECUSALS, PackRecusal[].class),
                list(pack, PackFiles.ABSTENTIONS, PackAbstention[].class),
                list(pack, PackFiles.CASTING_VOTES, CastingVote[].class),
                list(pack, PackFiles.SEALS, PackSeal[].class),
                list(pack, PackFiles.SITTINGS, Sitting[].class),
                list(pack, PackFiles.EARLIER, Rating[].class),
                list(pack, PackFiles.ANNULMENTS, PackAnnulment[].class),
                list(pack, PackFiles.PAPER, PackPaper[].class),
                tallies(pack),
                pack.json(PackFiles.RATING, Rating.class),
                list(pack, PackFiles.SHEET_POINTS, SheetPoints[].class));
    }

    /** The surveys that the components of {@code stage} use, in the definition's order. */
    public static List<Survey> surveys(ContestDefinition definition, Stage stage) {
        return definition.surveys().stream()
                .filter(survey -> stage.components().stream()
                        .anyMatch(component -> component instanceof Component.OfSurvey of
                                && of.survey().equals(survey.id())))
                .toList();
    }

    /** The sittings, and the salts of the sheets' seals. */
    public Minutes minutes() {
        return new Minutes(
                sittings,
                seals.stream()
                        .map(seal -> new SheetSalt(
                                seal.sheet(),
                                seal.candidate(),
                                seal.member(),
                                seal.version(),
                                seal.salt(),
                                seal.cover()))
                        .toList());
    }

    /** The facts that the rating is made from. */
    public StageFacts facts() {
        var totals = new HashMap<String, Map<String, BigDecimal>>();
        for (var rating : earlier) {
            var byCandidate = new HashMap<String, BigDecimal>();
            for (var scope : rating.scopes()) {
                scope.standings().forEach(standing -> byCandidate.put(standing.candidate(), standing.total()));
            }
            totals.put(rating.stage(), byCandidate);
        }
        return new StageFacts(
                stage.id(),
                participants,
                commissions.stream().map(PackCommission::commission).toList(),
                sheets,
                recusals.stream().map(recusal -> recusal.recusal(stage.id())).toList(),
                abstentions.stream()
                        .map(abstention -> abstention.abstention(stage.id()))
                        .toList(),
                castingVotes,
                tallies,
                PackPaper.counted(paper),
                totals);
    }

    /** What each JSON file but the manifest holds, lists in order: written again it must give the file's bytes. */
    public Map<String, Object> byFile() {
        var facts = facts().canonical();
        var byFile = new TreeMap<String, Object>();
        byFile.put(PackFiles.DEFINITION, definition);
        byFile.put(PackFiles.DECISIONS, decisions);
        byFile.put(PackFiles.PARTICIPANTS, facts.participants());
        byFile.put(
                PackFiles.COMMISSIONS,
                facts.commissions().stream().map(PackCommission::of).toList());
        byFile.put(PackFiles.SHEETS, facts.sheets());
        byFile.put(
                PackFiles.RECUSALS,
                facts.recusals().stream().map(PackRecusal::of).toList());
        byFile.put(
                PackFiles.ABSTENTIONS,
                facts.abstentions().stream().map(PackAbstention::of).toList());
        byFile.put(PackFiles.CASTING_VOTES, facts.castingVotes());
        byFile.put(PackFiles.SEALS, PackSeal.inOrder(seals));
        byFile.put(PackFiles.SITTINGS, minutes().sittings());
        byFile.put(PackFiles.EARLIER, earlier);
        byFile.put(PackFiles.ANNULMENTS, PackAnnulment.inOrder(annulments));
        byFile.put(PackFiles.PAPER, PackPaper.inOrder(paper));
        byFile.put(PackFiles.TALLIES, tallies);
        byFile.put(PackFiles.RATING, rating);
        byFile.put(PackFiles.SHEET_POINTS, SheetPoints.of(facts));
        return byFile;
    }

    private static ContestDefinition definition(PackReader pack) {
        try {
            return DefinitionReader.read(pack.text(PackFiles.DEFINITION));
        } catch (DefinitionException e) {
            throw new PackException(PackFiles.DEFINITION + ": " + e.getMessage(), e);
        }
    }

    private static Map<String, Map<String, AnswerCounts>> tallies(PackReader pack) {
        return pack.json(PackFiles.TALLIES, new TypeReference<>() {});
    }

    private static <T> List<T> list(PackReader pack, String name, Class<T[]> type) {
        var list = Arrays.asList(pack.json(name, type));
        if (list.contains(null)) {
            throw new PackException(name + " has a null in its list");
        }
        return list;
    }
}
