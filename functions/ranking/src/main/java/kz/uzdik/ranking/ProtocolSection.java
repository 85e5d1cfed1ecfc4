package kz.uzdik.ranking;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.uzdik.contest.dossier.Decision;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.contest.jury.FiledSheet;
import kz.uzdik.contest.jury.Quorum;
import kz.uzdik.contest.jury.Sitting;
import kz.uzdik.contest.ranking.Rating.Outcome;
import kz.uzdik.contest.ranking.Rating.ScopeRating;
import kz.uzdik.contest.ranking.Rating.Standing;
import kz.uzdik.contest.ranking.StageFacts;

/** What the protocol says of one scope, as the template wants it. */
final class ProtocolSection {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Bulletin bulletin;
    private final ScopeRating scope;
    private final String language;
    private final Words words;
    private final StageFacts facts;
    private final Set<String> candidates;
    private final ProtocolSheets sheets;

    ProtocolSection(Bulletin bulletin, ScopeRating scope, String language) {
        this.bulletin = bulletin;
        this.scope = scope;
        this.language = language;
        this.words = Words.in(language);
        this.facts = bulletin.shown().facts();
        this.candidates = scope.standings().stream().map(Standing::candidate).collect(Collectors.toUnmodifiableSet());
        this.sheets = new ProtocolSheets(bulletin, candidates, language, this::member);
    }

    Map<String, Object> model() {
        var model = new HashMap<String, Object>();
        model.put("name", bulletin.scopeName(scope.scope()).in(language));
        var commission = appointed();
        model.put(
                "commission",
                commission.map(this::commission).<Object>map(List::of).orElse(List.of()));
        put(model, "hasSittings", "sittings", sittings());
        put(model, "hasRecusals", "recusals", recusals());
        put(model, "hasAbstentions", "abstentions", abstentions());
        put(model, "hasOnPaper", "onPaper", sheets.onPaper());
        put(model, "hasCorrections", "corrections", sheets.corrections());
        put(model, "hasStandings", "standings", standings(scope.standings()));
        model.put("components", components());
        put(model, "hasTies", "ties", ties());
        put(model, "hasCastingVotes", "castingVotes", castingVotes());
        put(model, "hasChosen", "chosen", chosen());
        dossiers(model);
        return Map.copyOf(model);
    }

    private static void put(Map<String, Object> model, String has, String name, List<Map<String, Object>> list) {
        model.put(has, !list.isEmpty());
        model.put(name, list);
    }

    /** The commission as it is shown beside sheets. */
    private Optional<Commission> commission() {
        return commission(facts);
    }

    /** The commission by name: who sits on it is public, whatever is told of their sheets. */
    private Optional<Commission> appointed() {
        return commission(bulletin.announced().snapshot().facts());
    }

    private Optional<Commission> commission(StageFacts of) {
        return of.commissions().stream()
                .filter(commission -> commission.scope().equals(scope.scope()))
                .findFirst();
    }

    private Map<String, Object> commission(Commission commission) {
        var filed = bulletin.announced().snapshot().facts().sheets().stream()
                .filter(sheet -> candidates.contains(sheet.candidate()))
                .map(FiledSheet::member)
                .collect(Collectors.toUnmodifiableSet());
        var members = new ArrayList<Map<String, Object>>();
        for (var member : commission.members()) {
            members.add(Map.of(
                    "number",
                    members.size() + 1,
                    "name",
                    member.name(),
                    "role",
                    words.get(role(member)),
                    "filed",
                    bulletin.isAnonymised() ? "—" : words.get(filed.contains(member.id()) ? "yes" : "no")));
        }
        var present = commission.members().stream()
                .filter(member -> filed.contains(member.id()))
                .count();
        var rules = bulletin.definition().commissions().of(bulletin.stage().scope());
        return Map.of("members", members, "present", present, "quorum", rules.quorum());
    }

    private List<Map<String, Object>> sittings() {
        var rules = bulletin.definition().commissions().of(bulletin.stage().scope());
        var minutes = bulletin.shown().minutes();
        return commission().stream()
                .flatMap(commission -> minutes.held(scope.scope()).stream()
                        .map(sitting ->
                                sitting(sitting, Quorum.of(commission, rules, sitting, facts.recusals(), List.of()))))
                .toList();
    }

    private Map<String, Object> sitting(Sitting sitting, Quorum quorum) {
        var model = new HashMap<String, Object>();
        model.put("number", sitting.number());
        model.put("date", DATE.format(sitting.date()));
        model.put("present", named(quorum.deciding()));
        model.put("count", quorum.deciding().size());
        model.put("needed", quorum.needed());
        model.put("absent", named(quorum.absent()));
        model.put("met", words.get(quorum.isMet() ? "quorumMet" : "quorumNotMet"));
        model.put("agenda", sitting.agenda());
        model.put("corrected", sitting.correction() != null);
        model.put("correction", Objects.requireNonNullElse(sitting.correction(), ""));
        return Map.copyOf(model);
    }

    /** Where members are anonymised, nobody: who was there at which sitting would tell who has which number. */
    private String named(List<String> members) {
        return bulletin.isAnonymised() ? words.get("notNamed") : names(members);
    }

    private String names(List<String> members) {
        return members.isEmpty() ? "—" : members.stream().map(this::member).collect(Collectors.joining(", "));
    }

    private static String role(Commission.Member member) {
        return switch (member.role()) {
            case CHAIR -> "chair";
            case DEPUTY -> "deputy";
            case MEMBER -> "plainMember";
        };
    }

    private List<Map<String, Object>> recusals() {
        return facts.recusals().stream()
                .filter(recusal -> candidates.contains(recusal.candidate()))
                .<Map<String, Object>>map(recusal -> Map.of(
                        "member", member(recusal.member()),
                        "candidate", bulletin.name(recusal.candidate())))
                .toList();
    }

    private List<Map<String, Object>> abstentions() {
        return facts.abstentions().stream()
                .filter(abstention -> candidates.contains(abstention.candidate()))
                .<Map<String, Object>>map(abstention -> Map.of(
                        "member", member(abstention.member()),
                        "candidate", bulletin.name(abstention.candidate())))
                .toList();
    }

    private String member(String id) {
        return commission().stream()
                .flatMap(commission -> commission.members().stream())
                .filter(member -> member.id().equals(id))
                .map(Commission.Member::name)
                .findFirst()
                .orElse(id);
    }

    private List<Map<String, Object>> components() {
        return bulletin.stage().components().stream()
                .<Map<String, Object>>map(component ->
                        Map.of("title", component.title().in(language), "weight", number(component.weight())))
                .toList();
    }

    private List<Map<String, Object>> standings(List<Standing> standings) {
        return standings.stream().map(this::standing).toList();
    }

    private Map<String, Object> standing(Standing standing) {
        var participant = bulletin.participant(standing.candidate());
        return Map.of(
                "rank", standing.rank(),
                "name", participant.name(),
                "place",
                        bulletin.okrug(participant).in(language) + ", "
                                + bulletin.district(participant).in(language),
                "points",
                        standing.components().stream()
                                .map(points -> Map.of("value", number(points.points())))
                                .toList(),
                "total", number(standing.total()),
                "outcome", bulletin.verdict(standing).in(language),
                "explanation", bulletin.explanation(standing).in(language));
    }

    private List<Map<String, Object>> ties() {
        return scope.standings().stream()
                .filter(standing -> !standing.ties().isEmpty())
                .<Map<String, Object>>map(standing -> Map.of(
                        "name", bulletin.name(standing.candidate()),
                        "steps",
                                standing.ties().stream()
                                        .map(step -> tieStep(step.step()) + " — " + step.value())
                                        .collect(Collectors.joining("; "))))
                .toList();
    }

    private String tieStep(String id) {
        return bulletin.stage().tieBreaks().stream()
                .filter(step -> step.id().equals(id))
                .map(step -> step.title().in(language))
                .findFirst()
                .orElseGet(() -> words.get("tie.castingVote"));
    }

    private List<Map<String, Object>> castingVotes() {
        return facts.castingVotes().stream()
                .filter(vote -> vote.scope().equals(scope.scope()))
                .<Map<String, Object>>map(vote -> Map.of(
                        "sitting", vote.sitting(),
                        "by", bulletin.isAnonymised() ? words.get("lead") : member(vote.by()),
                        "order", vote.order().stream().map(bulletin::name).collect(Collectors.joining(" > ")),
                        "reason", vote.reason()))
                .toList();
    }

    private List<Map<String, Object>> chosen() {
        return standings(scope.standings().stream()
                .filter(standing -> standing.outcome() instanceof Outcome.Chosen
                        || !standing.nominations().isEmpty())
                .toList());
    }

    /** The first stage's protocol tells of the dossiers too; those refused are named by their id only (§11). */
    private void dossiers(Map<String, Object> model) {
        var holding = new TreeMap<String, Decision>();
        if (bulletin.stage().from() == null) {
            bulletin.announced().snapshot().decisions().stream()
                    .filter(decision -> inScope(decision.dossier()))
                    .forEach(decision -> holding.merge(
                            decision.dossier(), decision, (one, two) -> one.number() > two.number() ? one : two));
        }
        var refused = holding.values().stream()
                .filter(decision -> !decision.admitted())
                .<Map<String, Object>>map(decision ->
                        Map.of("dossier", decision.dossier(), "rules", String.join(", ", decision.refusedFor())))
                .toList();
        model.put("hasDossiers", !holding.isEmpty());
        model.put("admitted", holding.size() - refused.size());
        model.put("refusedCount", refused.size());
        put(model, "hasRefused", "refused", refused);
        var onAppeal = holding.values().stream()
                .filter(decision -> decision.onAppeal() != null)
                .count();
        model.put("hasOnAppeal", onAppeal > 0);
        model.put("onAppeal", onAppeal);
        var joined = bulletin.announced().snapshot().joined().entrySet().stream()
                .filter(dossier -> inScope(dossier.getKey()))
                .<Map<String, Object>>map(
                        dossier -> Map.of("dossier", dossier.getKey(), "count", dossier.getValue() + 1))
                .toList();
        put(model, "hasJoined", "joined", joined);
    }

    private boolean inScope(String dossier) {
        return bulletin.isIn(scope.scope(), dossier);
    }

    private static String number(BigDecimal value) {
        return value.toPlainString().replace('.', ',');
    }
}
