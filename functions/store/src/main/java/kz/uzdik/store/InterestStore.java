package kz.uzdik.store;

import static kz.uzdik.store.Tables.attribute;
import static kz.uzdik.store.Tables.n;
import static kz.uzdik.store.Tables.s;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.Places;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.contest.jury.Interests;
import kz.uzdik.contest.jury.SuggestedRecusal;
import kz.uzdik.contest.jury.SuggestedRecusal.Judged;
import kz.uzdik.contest.ranking.Participant;
import kz.uzdik.json.Json;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * What members of commissions declare of themselves, and the recusals that follow from it as suggestions. A declaration
 * takes the place of the one before: it is personal data and no fact of the contest. It lies apart from all that is gathered
 * for a rating and expires after the contest.
 */
public final class InterestStore {

    private static final String DECLARED = "declaredAt";

    private final Tables tables;
    private final Facts facts;
    private final DossierStore dossiers;

    public InterestStore(Tables tables) {
        this.tables = tables;
        this.facts = new Facts(tables);
        this.dossiers = new DossierStore(tables);
    }

    /**
     * Keeps {@code interests} in place of what the member declared before, until some time after {@code expires}. A request
     * that was held up never takes the place of a later one.
     *
     * @return what holds: {@code interests}, or what the member declared later
     */
    public Interests declare(Interests interests, Instant expires) {
        var item = new HashMap<>(Tables.key(partition(interests.scope()), interests.member()));
        item.put("fact", s(Json.write(interests)));
        item.put(DECLARED, n(interests.declaredAt().toEpochMilli()));
        item.put("expires", n(expires.getEpochSecond()));
        try {
            tables.client()
                    .putItem(r -> r.tableName(tables.contest())
                            .item(item)
                            .conditionExpression("attribute_not_exists(#at) OR #at <= :at")
                            .expressionAttributeNames(Map.of("#at", DECLARED))
                            .expressionAttributeValues(Map.of(":at", item.get(DECLARED)))
                            .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            return interests;
        } catch (ConditionalCheckFailedException e) {
            return Json.readOwn(attribute(e.item(), "fact").s(), Interests.class);
        }
    }

    /** What {@code member} of the commission of {@code scope} declared; empty before they did. */
    public Optional<Interests> of(String scope, String member) {
        return declared(scope).stream()
                .filter(interests -> interests.member().equals(member))
                .findFirst();
    }

    /** What the declarations of who sits on {@code commission} suggest about {@code participants}, by member. */
    public List<SuggestedRecusal> suggested(
            Commission commission, Collection<Participant> participants, Places places) {
        var declared = declared(commission.scope()).stream()
                .filter(interests -> commission.member(interests.member()).isPresent())
                .toList();
        if (declared.isEmpty() || participants.isEmpty()) {
            return List.of();
        }
        var judged = judged(participants, places);
        return declared.stream()
                .flatMap(interests -> SuggestedRecusal.of(interests, judged).stream())
                .toList();
    }

    private List<Interests> declared(String scope) {
        return facts.read(partition(scope), "").stream()
                .map(fact -> fact.as(Interests.class))
                .toList();
    }

    private List<Judged> judged(Collection<Participant> participants, Places places) {
        var states = participants.stream()
                .map(Participant::oblast)
                .distinct()
                .flatMap(oblast -> dossiers.ofOblast(oblast).stream())
                .collect(Collectors.toMap(DossierState::dossier, Function.identity()));
        return participants.stream()
                .map(one -> new Judged(
                        one.candidate(),
                        one.name(),
                        places.okrug(one.okrug()).orElseThrow(),
                        Optional.ofNullable(states.get(one.candidate()))
                                .map(DossierState::nominatingBodies)
                                .orElse(List.of())))
                .toList();
    }

    private static String partition(String scope) {
        return "INTERESTS#" + scope;
    }
}
