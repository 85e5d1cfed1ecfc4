package kz.uzdik.store;

import static kz.uzdik.store.Tables.attribute;
import static kz.uzdik.store.Tables.key;
import static kz.uzdik.store.Tables.n;
import static kz.uzdik.store.Tables.s;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.uzdik.json.Json;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Announcements, each for ever, the corrections between them, and whether what follows from each has been published. A
 * stage's announcement closes its record; a correction opens it; the next announcement closes it again.
 */
public final class AnnouncementStore {

    private static final String PARTITION = "ANNOUNCEMENT";
    private static final String CORRECTION = "#CORRECTION";
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

        /** The stage has an announcement of this number, {@code announcement}. */
        record Already(Announcement announcement) implements Announcing {}

        /** Something was filed or annulled, or an earlier stage's correction opened, after the facts were read. */
        record FactsChanged() implements Announcing {}
    }

    /** What became of the opening of a correction. */
    public sealed interface Opening {

        /** The stage's record is open again. */
        record Opened(Correction correction) implements Opening {}

        /** The announcement is being corrected, or was, by {@code correction}. */
        record Already(Correction correction) implements Opening {}

        /** A later stage rests on the announcement and is announced itself. */
        record LaterAnnounced() implements Opening {}
    }

    /**
     * Records {@code announcement} unless the stage has one of its number, and closes its commissions and surveys, in one
     * transaction.
     *
     * @param revisions scope → revision of the jury's record that was rated
     * @param surveys survey that the stage counts → revision of its record
     * @param earlier earlier stage → number of its announcement that held when the facts were read
     */
    public Announcing announce(
            Announcement announcement,
            Map<String, Long> revisions,
            Map<String, Long> surveys,
            Map<String, Integer> earlier) {
        var transaction = new Transaction(tables)
                .putNew(Facts.item(announcementKey(announcement.stage(), announcement.number()), announcement));
        revisions.forEach((scope, revision) -> transaction.update(Update.builder()
                .key(JuryKeys.revision(announcement.stage(), scope))
                .updateExpression("SET announced = :at, revision = :read")
                .conditionExpression(JuryStore.unchanged(revision))
                .expressionAttributeValues(
                        Map.of(":at", s(announcement.announcedAt().toString()), ":read", n(revision)))));
        surveys.forEach((survey, revision) ->
                transaction.update(SurveyStore.closing(survey, revision, announcement.announcedAt())));
        earlier.forEach((stage, number) -> transaction.requireAbsent(correctionKey(stage, number)));
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
     * Records {@code correction} of an announcement that holds and is published, and opens what it closed, in one
     * transaction.
     *
     * @param later the stages that rest on it; none may be announced
     * @param scopes of the stage
     * @param surveys those that the stage counts and no earlier one does
     */
    public Opening open(
            Correction correction, Collection<String> later, Collection<String> scopes, Collection<String> surveys) {
        var stage = correction.stage();
        var transaction =
                new Transaction(tables).putNew(Facts.item(correctionKey(stage, correction.number()), correction));
        later.forEach(one -> transaction.requireAbsent(announcementKey(one, 1)));
        scopes.forEach(scope -> transaction.update(reopening(JuryKeys.revision(stage, scope))));
        surveys.forEach(survey -> transaction.update(reopening(SurveyStore.revision(survey))));
        var reasons = transaction.write();
        if (reasons.isEmpty()) {
            return new Opening.Opened(correction);
        }
        return Transaction.isRefusal(reasons.get(0))
                ? new Opening.Already(
                        Json.readOwn(attribute(reasons.get(0).item(), "fact").s(), Correction.class))
                : new Opening.LaterAnnounced();
    }

    private static Update.Builder reopening(Map<String, AttributeValue> revision) {
        return Update.builder()
                .key(revision)
                .updateExpression("REMOVE announced ADD revision :one")
                .expressionAttributeValues(Map.of(":one", n(1)));
    }

    private static Map<String, AttributeValue> announcementKey(String stage, int number) {
        return key(PARTITION, numbered(stage, number));
    }

    private static Map<String, AttributeValue> correctionKey(String stage, int number) {
        return key(PARTITION, numbered(stage, number) + CORRECTION);
    }

    private static String numbered(String stage, int number) {
        return stage + "#%04d".formatted(number);
    }

    /**
     * Somebody's asking for an announcement that another person has to confirm.
     *
     * @param number of the announcement asked for
     * @param inputsSha256 of the facts that it was asked for; another's asking counts for the same facts alone
     */
    public record Proposal(String stage, int number, String inputsSha256, String by, Instant at) {}

    /** Records {@code proposal} unless there is one for its stage, number and facts; the one that holds. */
    public Proposal propose(Proposal proposal) {
        var key = proposalKey(proposal.stage(), proposal.number(), proposal.inputsSha256());
        return facts.put(PROPOSALS, key, proposal, List.of())
                ? proposal
                : proposal(proposal.stage(), proposal.number(), proposal.inputsSha256())
                        .orElseThrow();
    }

    /** Who asked for announcement {@code number} of {@code stage} with these facts, if anybody did. */
    public Optional<Proposal> proposal(String stage, int number, String inputsSha256) {
        return facts.read(PROPOSALS, proposalKey(stage, number, inputsSha256)).stream()
                .map(fact -> fact.as(Proposal.class))
                .findFirst();
    }

    private static String proposalKey(String stage, int number, String inputsSha256) {
        return numbered(stage, number) + "#" + inputsSha256;
    }

    /** All announcements and corrections of {@code stage}. */
    public AnnouncementCourse course(String stage) {
        var announcements = new ArrayList<Announcement>();
        var corrections = new ArrayList<Correction>();
        for (var fact : facts.read(PARTITION, stage + "#")) {
            if (fact.sk().endsWith(CORRECTION)) {
                corrections.add(fact.as(Correction.class));
            } else {
                announcements.add(fact.as(Announcement.class));
            }
        }
        return new AnnouncementCourse(announcements, corrections);
    }

    /** The announcement of {@code stage} that holds, if there is one. */
    public Optional<Announcement> of(String stage) {
        return course(stage).holding();
    }

    /** All announcements, the earliest first. */
    public List<Announcement> all() {
        return facts.read(PARTITION, "").stream()
                .filter(fact -> !fact.sk().endsWith(CORRECTION))
                .map(fact -> fact.as(Announcement.class))
                .sorted(Comparator.comparing(Announcement::announcedAt))
                .toList();
    }

    /** Whether everything that follows from {@code announcement} is published. */
    public boolean isPublished(Announcement announcement) {
        return evidenceSha256(announcement).isPresent();
    }

    /** The hash of the evidence pack of {@code announcement}, once everything that follows from it is published. */
    public Optional<String> evidenceSha256(Announcement announcement) {
        var item = tables.client()
                .getItem(r -> r.tableName(tables.contest())
                        .key(publishedKey(announcement))
                        .consistentRead(true))
                .item();
        return item.isEmpty()
                ? Optional.empty()
                : Optional.of(attribute(item, "evidenceSha256").s());
    }

    /**
     * Notes that everything that follows from {@code announcement} is published.
     *
     * @param evidenceSha256 of the evidence pack
     */
    public void published(Announcement announcement, String evidenceSha256, Instant at) {
        var item = new HashMap<>(publishedKey(announcement));
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

    private static Map<String, AttributeValue> publishedKey(Announcement announcement) {
        return key(PUBLISHED, numbered(announcement.stage(), announcement.number()));
    }
}
