package kz.uzdik.store;

import static kz.uzdik.store.Tables.attribute;
import static kz.uzdik.store.Tables.key;
import static kz.uzdik.store.Tables.n;
import static kz.uzdik.store.Tables.s;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.uzdik.json.Json;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** Announcements, one per stage for ever, and whether what follows from each has been published. */
public final class AnnouncementStore {

    private static final String PARTITION = "ANNOUNCEMENT";
    private static final String PROPOSALS = "ANNOUNCEMENTPROPOSAL";
    private static final String PUBLISHED = "PUBLISHED";

    private final Tables tables;
    private final Facts facts;

    public AnnouncementStore(Tables tables) {
        this.tables = tables;
        this.facts = new Facts(tables);
    }

    /** What became of an announcement. */
    public sealed interface Announcing {

        /** It is recorded, and the stage's commissions are closed. */
        record First(Announcement announcement) implements Announcing {}

        /** The stage was announced before, by {@code announcement}. */
        record Already(Announcement announcement) implements Announcing {}

        /** A commission filed or annulled something after its facts were read: gather and rate again. */
        record FactsChanged() implements Announcing {}
    }

    /**
     * Records {@code announcement} unless the stage has one, and closes its commissions and surveys, in one transaction.
     *
     * @param revisions scope → revision of the jury's record that was rated
     * @param surveys survey that the stage counts → revision of its record
     */
    public Announcing announce(Announcement announcement, Map<String, Long> revisions, Map<String, Long> surveys) {
        var item = new HashMap<>(key(PARTITION, announcement.stage()));
        item.put("fact", s(Json.write(announcement)));
        var transaction = new Transaction(tables).putNew(item);
        revisions.forEach((scope, revision) -> transaction.update(Update.builder()
                .key(JuryKeys.revision(announcement.stage(), scope))
                .updateExpression("SET announced = :at, revision = :read")
                .conditionExpression(JuryStore.unchanged(revision))
                .expressionAttributeValues(
                        Map.of(":at", s(announcement.announcedAt().toString()), ":read", n(revision)))));
        surveys.forEach((survey, revision) ->
                transaction.update(SurveyStore.closing(survey, revision, announcement.announcedAt())));
        var reasons = transaction.write();
        if (reasons.isEmpty()) {
            return new Announcing.First(announcement);
        }
        return Transaction.isRefusal(reasons.get(0))
                ? new Announcing.Already(
                        Json.readOwn(attribute(reasons.get(0).item(), "fact").s(), Announcement.class))
                : new Announcing.FactsChanged();
    }

    /**
     * Somebody's asking for an announcement that another person has to confirm.
     *
     * @param inputsSha256 of the facts that it was asked for; another's asking counts for the same facts alone
     */
    public record Proposal(String stage, String inputsSha256, String by, Instant at) {}

    /** Records {@code proposal} unless there is one for its stage and facts; the one that holds. */
    public Proposal propose(Proposal proposal) {
        var isNew = facts.put(PROPOSALS, proposalKey(proposal.stage(), proposal.inputsSha256()), proposal, List.of());
        return isNew
                ? proposal
                : proposal(proposal.stage(), proposal.inputsSha256()).orElseThrow();
    }

    /** Who asked for the announcement of {@code stage} with these facts, if anybody did. */
    public Optional<Proposal> proposal(String stage, String inputsSha256) {
        return facts.read(PROPOSALS, proposalKey(stage, inputsSha256)).stream()
                .map(fact -> fact.as(Proposal.class))
                .findFirst();
    }

    private static String proposalKey(String stage, String inputsSha256) {
        return stage + "#" + inputsSha256;
    }

    /** The announcement of {@code stage}, if there is one. */
    public Optional<Announcement> of(String stage) {
        var item = tables.client()
                .getItem(r ->
                        r.tableName(tables.contest()).key(key(PARTITION, stage)).consistentRead(true))
                .item();
        return item.isEmpty()
                ? Optional.empty()
                : Optional.of(Json.readOwn(attribute(item, "fact").s(), Announcement.class));
    }

    /** All announcements, the earliest first. */
    public List<Announcement> all() {
        return facts.read(PARTITION, "").stream()
                .map(fact -> fact.as(Announcement.class))
                .sorted(Comparator.comparing(Announcement::announcedAt))
                .toList();
    }

    /** Whether everything that follows from the announcement of {@code stage} is published. */
    public boolean isPublished(String stage) {
        return tables.client()
                .getItem(r ->
                        r.tableName(tables.contest()).key(key(PUBLISHED, stage)).consistentRead(true))
                .hasItem();
    }

    /**
     * Notes that everything that follows from the announcement of {@code stage} is published.
     *
     * @param evidenceSha256 of the evidence pack
     */
    public void published(String stage, String evidenceSha256, Instant at) {
        var item = new HashMap<>(key(PUBLISHED, stage));
        item.put("evidenceSha256", s(evidenceSha256));
        item.put("at", s(at.toString()));
        try {
            tables.client()
                    .putItem(r ->
                            r.tableName(tables.contest()).item(item).conditionExpression("attribute_not_exists(pk)"));
        } catch (ConditionalCheckFailedException e) {
            // Another retry came first; both published the same bytes.
        }
    }
}
