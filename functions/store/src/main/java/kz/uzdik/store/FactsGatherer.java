package kz.uzdik.store;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.Component;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Places;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.dossier.Decision;
import kz.uzdik.contest.jury.CastingVote;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.contest.jury.Minutes;
import kz.uzdik.contest.jury.Quorum;
import kz.uzdik.contest.ranking.Participant;
import kz.uzdik.contest.ranking.Rating;
import kz.uzdik.contest.ranking.ShownMembers;
import kz.uzdik.contest.ranking.StageFacts;
import kz.uzdik.contest.vote.AnswerCounts;
import kz.uzdik.json.Json;
import kz.uzdik.json.pack.PackAnnulment;
import kz.uzdik.json.pack.PackPaper;
import kz.uzdik.json.pack.PublishedFacts;
import org.jspecify.annotations.Nullable;

/** Reads everything recorded that a stage's rating depends on. */
public final class FactsGatherer {

    private final ContestDefinition definition;
    private final Places places;
    private final DossierStore dossiers;
    private final JuryStore jury;
    private final CommissionStore commissions;
    private final TallyStore tallies;
    private final SurveyStore surveys;
    private final AnnouncementStore announcements;
    private final Content content;
    private final Map<String, AnnouncedStage> announced = new ConcurrentHashMap<>();

    public FactsGatherer(Tables tables, TallyStore tallies, ContestDefinition definition) {
        this.definition = definition;
        this.places = Places.of(definition);
        this.dossiers = new DossierStore(tables);
        this.jury = new JuryStore(tables);
        this.commissions = new CommissionStore(tables);
        this.tallies = tallies;
        this.surveys = new SurveyStore(tables);
        this.announcements = new AnnouncementStore(tables);
        this.content = new Content(tables);
    }

    /** The stage named {@code id}, if the definition has it. */
    public Optional<Stage> stage(String id) {
        return definition.stages().stream()
                .filter(stage -> stage.id().equals(id))
                .findFirst();
    }

    /** The units in which {@code stage} is rated. */
    public List<String> scopes(Stage stage) {
        return stage.scope() == Stage.Scope.REPUBLIC
                ? List.of(Stage.REPUBLIC)
                : definition.oblasts().stream().map(oblast -> oblast.kato()).toList();
    }

    /** Whether the candidates of {@code stage} are known: at once for the first, else when the earlier is announced. */
    public boolean isOpen(Stage stage) {
        return stage.from() == null || announced(stage.from()).isPresent();
    }

    /** Who takes part in {@code stage} in {@code scope}; nobody while the stage is not open. */
    public List<Participant> participants(Stage stage, String scope) {
        if (stage.from() == null) {
            return new DossierFacts(scope.equals(Stage.REPUBLIC) ? all() : dossiers.ofOblast(scope), places).admitted();
        }
        return announced(stage.from()).map(AnnouncedStage::chosen).orElse(List.of()).stream()
                .filter(participant ->
                        scope.equals(Stage.REPUBLIC) || participant.oblast().equals(scope))
                .toList();
    }

    /** The facts of the whole {@code stage}, in canonical order. */
    public Gathered gather(Stage stage) {
        return gather(stage, scopes(stage));
    }

    /** The facts of one scope of {@code stage}, in canonical order: enough to rate it alone. */
    public Gathered gather(Stage stage, String scope) {
        return gather(stage, List.of(scope));
    }

    /** All of {@code stage} as the announcement that holds has it; empty if there is none. */
    public Optional<AnnouncedStage> announced(String stage) {
        var course = announcements.course(stage);
        return course.holding().map(holding -> announced(course, holding.number()));
    }

    /** All that {@code announcement} names, which never changes. */
    public AnnouncedStage announced(Announcement announcement) {
        return announced(announcements.course(announcement.stage()), announcement.number());
    }

    private AnnouncedStage announced(AnnouncementCourse course, int number) {
        var announcement = course.numbered(number).orElseThrow();
        var known = announced.get(announcement.fileName());
        if (known != null) {
            return known;
        }
        var read = read(announcement, number == 1 ? null : announced(course, number - 1));
        announced.put(announcement.fileName(), read);
        return read;
    }

    /**
     * The stages that {@code stage} rests on, those announced, each with the number of the announcement that holds:
     * the one whose chosen take part, and those whose totals count.
     */
    public Map<String, Integer> restsOn(Stage stage) {
        var numbers = new TreeMap<String, Integer>();
        earlier(stage).forEach(id -> announcements.of(id).ifPresent(holding -> numbers.put(id, holding.number())));
        return numbers;
    }

    /** The ids of the stages that {@code stage} rests on, in the definition's order of mention. */
    public static List<String> earlier(Stage stage) {
        var ids = new LinkedHashSet<String>();
        if (stage.from() != null) {
            ids.add(stage.from());
        }
        for (var component : stage.components()) {
            if (component instanceof Component.OfStage ofStage) {
                ids.add(ofStage.stage());
            }
        }
        return List.copyOf(ids);
    }

    private AnnouncedStage read(Announcement announcement, @Nullable AnnouncedStage corrected) {
        return new AnnouncedStage(
                announcement,
                read(announcement.snapshot(), Snapshot.class),
                read(announcement.rating(), Rating.class),
                corrected);
    }

    private <T> T read(String name, Class<T> type) {
        return Json.readOwn(new String(content.get(name), StandardCharsets.UTF_8), type);
    }

    /** The revisions are read before all that they vouch for. */
    private Gathered gather(Stage stage, List<String> scopes) {
        var revisions = new HashMap<String, Long>();
        var records = new ArrayList<JuryRecord>();
        for (var scope : scopes) {
            var record = jury.read(stage.id(), scope);
            revisions.put(scope, record.revision());
            records.add(record);
        }
        var states = stage.from() == null ? dossiers(scopes) : List.<DossierState>of();
        var dossierFacts = new DossierFacts(states, places);
        var participants = stage.from() == null
                ? dossierFacts.admitted()
                : scopes.stream()
                        .flatMap(scope -> participants(stage, scope).stream())
                        .toList();
        var candidates = participants.stream().map(Participant::candidate).collect(Collectors.toUnmodifiableSet());
        var surveyRecords = new TreeMap<String, SurveyRecord>();
        var annulments = new ArrayList<PackAnnulment>();
        var counted = tallies(stage, candidates, surveyRecords, annulments);
        var seated = commissions.all().stream()
                .filter(commission -> scopes.contains(commission.scope()))
                .toList();
        var facts = new StageFacts(
                stage.id(),
                participants,
                seated,
                records.stream().flatMap(record -> record.sheets().stream()).toList(),
                records.stream().flatMap(record -> record.recusals().stream()).toList(),
                records.stream()
                        .flatMap(record -> record.abstentions().stream())
                        .toList(),
                carried(stage, seated, records),
                counted,
                paper(surveyRecords, candidates),
                earlier(stage, candidates));
        var minutes = new Minutes(
                records.stream()
                        .flatMap(record -> record.minutes().sittings().stream())
                        .toList(),
                records.stream()
                        .flatMap(record -> record.minutes().salts().stream())
                        .toList());
        return new Gathered(
                facts.canonical(),
                minutes,
                revisions,
                decisions(stage, states),
                dossierFacts.undecided(),
                dossierFacts.decidedAt(),
                dossierFacts.appealed(),
                dossierFacts.joined(),
                surveyRecords,
                annulments,
                published(surveyRecords, candidates),
                records.stream()
                        .flatMap(record -> record.unconfirmed().stream())
                        .filter(entry -> candidates.contains(entry.candidate()))
                        .toList(),
                inputsSha256(facts, minutes));
    }

    /** Of what is published of the facts: from a hash of more, what is withheld could be found by trying all. */
    private String inputsSha256(StageFacts facts, Minutes minutes) {
        var shown = ShownMembers.of(definition, facts, minutes).facts();
        return Content.sha256(Json.writeCanonical(PublishedFacts.of(definition, shown.canonical())));
    }

    /** The casting votes that a sitting carries as its record now holds: a correction can take the quorum from it. */
    private List<CastingVote> carried(Stage stage, List<Commission> seated, List<JuryRecord> records) {
        var byScope = seated.stream().collect(Collectors.toMap(Commission::scope, commission -> commission));
        var rules = definition.commissions().of(stage.scope());
        return records.stream()
                .flatMap(record -> record.castingVotes().stream().filter(vote -> {
                    var commission = byScope.get(vote.scope());
                    return commission != null
                            && Quorum.carries(commission, rules, record.minutes(), record.recusals(), vote);
                }))
                .toList();
    }

    private List<DossierState> dossiers(List<String> scopes) {
        return scopes.stream()
                .flatMap(scope -> (scope.equals(Stage.REPUBLIC) ? all() : dossiers.ofOblast(scope)).stream())
                .toList();
    }

    private List<DossierState> all() {
        return dossiers.all(definition.oblasts());
    }

    /** A later stage keeps to the decisions that the first one was announced with. */
    private List<Decision> decisions(Stage stage, List<DossierState> states) {
        return stage.from() == null
                ? states.stream().flatMap(state -> state.decisions().stream()).toList()
                : announced(stage.from())
                        .map(earlier -> earlier.snapshot().decisions())
                        .orElse(List.of());
    }

    private Map<String, Map<String, AnswerCounts>> tallies(
            Stage stage, Set<String> candidates, Map<String, SurveyRecord> records, List<PackAnnulment> annulments) {
        var bySurvey = new TreeMap<String, Map<String, AnswerCounts>>();
        for (var component : stage.components()) {
            if (component instanceof Component.OfSurvey ofSurvey && !bySurvey.containsKey(ofSurvey.survey())) {
                var survey = ofSurvey.survey();
                var record = surveys.read(survey);
                var count = tallies.count(survey, record.annulments());
                records.put(survey, record);
                annulments.addAll(PackAnnulment.of(record.acts(), count, candidates));
                bySurvey.put(survey, only(candidates, count.counted()));
            }
        }
        return bySurvey;
    }

    /** What counts of the paper ballots, by survey and candidate. */
    private static Map<String, Map<String, AnswerCounts>> paper(
            Map<String, SurveyRecord> records, Set<String> candidates) {
        var bySurvey = new TreeMap<String, Map<String, AnswerCounts>>();
        records.forEach((survey, record) -> {
            var counted =
                    only(candidates, record.paper().count(record.annulments()).counted());
            if (!counted.isEmpty()) {
                bySurvey.put(survey, counted);
            }
        });
        return bySurvey;
    }

    private List<PackPaper> published(Map<String, SurveyRecord> records, Set<String> candidates) {
        return records.entrySet().stream()
                .flatMap(record -> PackPaper.of(
                        definition.survey(record.getKey()).orElseThrow(),
                        record.getValue().paper(),
                        record.getValue().annulments(),
                        candidates)
                        .stream())
                .toList();
    }

    private Map<String, Map<String, BigDecimal>> earlier(Stage stage, Set<String> candidates) {
        var byStage = new TreeMap<String, Map<String, BigDecimal>>();
        for (var component : stage.components()) {
            if (component instanceof Component.OfStage ofStage) {
                announced(ofStage.stage())
                        .ifPresent(found -> byStage.put(ofStage.stage(), only(candidates, found.totals())));
            }
        }
        return byStage;
    }

    private static <V> Map<String, V> only(Set<String> candidates, Map<String, V> values) {
        var kept = new TreeMap<>(values);
        kept.keySet().retainAll(candidates);
        return kept;
    }
}
