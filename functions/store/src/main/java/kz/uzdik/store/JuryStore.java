package kz.uzdik.store;

import static kz.uzdik.store.Tables.attribute;
import static kz.uzdik.store.Tables.n;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.uzdik.contest.jury.Abstention;
import kz.uzdik.contest.jury.CastingVote;
import kz.uzdik.contest.jury.FiledSheet;
import kz.uzdik.contest.jury.NoConflict;
import kz.uzdik.contest.jury.Opening;
import kz.uzdik.contest.jury.PaperSheet;
import kz.uzdik.contest.jury.Recusal;
import kz.uzdik.contest.jury.SheetSalt;
import kz.uzdik.contest.jury.Sitting;
import kz.uzdik.json.Json;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * What commissions file: sheets, recusals, abstentions, statements of no conflict, sittings and casting votes, each once. Every write adds to the
 * revision of its stage and scope in the same transaction, as decisions on dossiers do to that of the first stage; an announcement closes the revision it has read, so no fact is
 * taken afterwards and none slips past it.
 */
public final class JuryStore {

    private final Tables tables;
    private final Facts facts;

    public JuryStore(Tables tables) {
        this.tables = tables;
        this.facts = new Facts(tables);
    }

    /** What became of a fact that was to be filed. */
    public sealed interface Filing<F> {

        /** It is recorded. */
        record Filed<F>(F fact) implements Filing<F> {}

        /** The same was recorded before; {@code first} is that. */
        record Same<F>(F first) implements Filing<F> {}

        /** Another was recorded before and holds. */
        record Different<F>(F first) implements Filing<F> {}

        /** A sheet, a recusal and an abstention of one member on one candidate exclude each other. */
        record Opposed<F>() implements Filing<F> {}

        /** The sheets on the candidate are open to the commission, so that no further one is taken. */
        record Opened<F>() implements Filing<F> {}

        /** The stage is announced. */
        record StageAnnounced<F>() implements Filing<F> {}

        /** Something else was filed since the facts were read that this one rests on. */
        record FactsChanged<F>() implements Filing<F> {}
    }

    /**
     * Files {@code sheet} with the commission of {@code scope}, as its first version or, before the sheets are open, as
     * a correction.
     *
     * @param salt of the sheet's seal; where the same sheet was filed before, the first salt holds
     */
    public Filing<FiledSheet> file(String scope, FiledSheet sheet, String salt) {
        var reasons = write(
                filing(scope, sheet).requireAbsent(JuryKeys.opening(sheet.stage(), scope, sheet.candidate())),
                scope,
                sheet,
                salt);
        return isOpened(reasons) ? new Filing.Opened<>() : filed(sheet, reasons);
    }

    /** Files {@code correction} of a sheet, whether or not the sheets are open; else as {@link #file}. */
    public Filing<FiledSheet> correct(String scope, FiledSheet correction, String salt) {
        return filed(correction, write(filing(scope, correction), scope, correction, salt));
    }

    /** Files {@code sheet}, which confirms {@code entry}; refused where another version of the entry follows it. */
    public Filing<FiledSheet> confirm(String scope, PaperSheet entry, FiledSheet sheet, String salt) {
        var reasons = write(
                filing(scope, sheet)
                        .requireAbsent(JuryKeys.opening(sheet.stage(), scope, sheet.candidate()))
                        .requireAbsent(JuryKeys.paper(scope, entry, entry.version() + 1)),
                scope,
                sheet,
                salt);
        return isOpened(reasons) ? new Filing.Opened<>() : filed(sheet, reasons);
    }

    private Transaction filing(String scope, FiledSheet sheet) {
        return new Transaction(tables)
                .putNew(Facts.item(JuryKeys.sheet(scope, sheet), sheet))
                .update(nextRevision(sheet.stage(), scope))
                .requireAbsent(JuryKeys.recusal(sheet.stage(), scope, sheet.member(), sheet.candidate()));
    }

    private static List<CancellationReason> write(
            Transaction transaction, String scope, FiledSheet sheet, String salt) {
        var sealed = new SheetSalt(sheet.sheet(), sheet.candidate(), sheet.member(), sheet.version(), salt);
        return transaction
                .requireAbsent(JuryKeys.abstention(sheet.stage(), scope, sheet.member(), sheet.candidate()))
                .putNew(Facts.item(JuryKeys.salt(scope, sheet), sealed))
                .write();
    }

    private static Filing<FiledSheet> filed(FiledSheet sheet, List<CancellationReason> reasons) {
        return outcome(
                sheet,
                reasons,
                FiledSheet.class,
                new Filing.StageAnnounced<>(),
                (first, now) ->
                        first.points().equals(now.points()) && Objects.equals(first.correction(), now.correction()));
    }

    /**
     * Records that a member of the commission of {@code scope} steps back.
     *
     * @param sheets ids of the stage's sheets: none of them may be filed by that member on that candidate
     */
    public Filing<Recusal> recuse(String scope, Recusal recusal, Collection<String> sheets) {
        var transaction = new Transaction(tables)
                .putNew(Facts.item(JuryKeys.recusal(scope, recusal), recusal))
                .update(nextRevision(recusal.stage(), scope));
        transaction.requireAbsent(JuryKeys.abstention(recusal.stage(), scope, recusal.member(), recusal.candidate()));
        for (var sheet : sheets) {
            transaction.requireAbsent(
                    JuryKeys.sheet(recusal.stage(), scope, recusal.member(), recusal.candidate(), sheet));
        }
        return outcome(
                recusal,
                transaction.write(),
                Recusal.class,
                new Filing.StageAnnounced<>(),
                (first, now) -> first.reason().equals(now.reason()));
    }

    /** Records that a member of the commission of {@code scope} states no conflict; opposed by their recusal. */
    public Filing<NoConflict> state(String scope, NoConflict statement) {
        var reasons = new Transaction(tables)
                .putNew(Facts.item(JuryKeys.noConflict(scope, statement), statement))
                .update(nextRevision(statement.stage(), scope))
                .requireAbsent(JuryKeys.recusal(statement.stage(), scope, statement.member(), statement.candidate()))
                .write();
        return outcome(
                statement,
                reasons,
                NoConflict.class,
                new Filing.StageAnnounced<>(),
                (first, now) -> first.reason().equals(now.reason()));
    }

    /**
     * Records that a member of the commission of {@code scope} gives no points on a candidate. Opposed by a sheet of
     * theirs and by their recusal; refused once the sheets are open, since by then they have seen the others'.
     *
     * @param sheets ids of the stage's sheets
     */
    public Filing<Abstention> abstain(String scope, Abstention abstention, Collection<String> sheets) {
        var stage = abstention.stage();
        var candidate = abstention.candidate();
        var transaction = new Transaction(tables)
                .putNew(Facts.item(JuryKeys.abstention(stage, scope, abstention.member(), candidate), abstention))
                .update(nextRevision(stage, scope))
                .requireAbsent(JuryKeys.recusal(stage, scope, abstention.member(), candidate))
                .requireAbsent(JuryKeys.opening(stage, scope, candidate));
        for (var sheet : sheets) {
            transaction.requireAbsent(JuryKeys.sheet(stage, scope, abstention.member(), candidate, sheet));
        }
        var reasons = transaction.write();
        if (isOpened(reasons)) {
            return new Filing.Opened<>();
        }
        return outcome(
                abstention,
                reasons,
                Abstention.class,
                new Filing.StageAnnounced<>(),
                (first, now) -> first.reason().equals(now.reason()));
    }

    /**
     * Records the chair's casting vote.
     *
     * @param revision of the record that shows the tie; if it has moved on the vote is not taken
     */
    public Filing<CastingVote> castVote(CastingVote vote, long revision) {
        var reasons = new Transaction(tables)
                .putNew(Facts.item(JuryKeys.castingVote(vote), vote))
                .update(revisionAfter(vote.stage(), vote.scope(), revision))
                .write();
        return outcome(
                vote,
                reasons,
                CastingVote.class,
                new Filing.FactsChanged<>(),
                (first, now) -> first.order().equals(now.order()));
    }

    /** Only the check of the opening refused: the sheet is new, the stage not announced, the member not recused. */
    private static boolean isOpened(List<CancellationReason> reasons) {
        return !reasons.isEmpty()
                && reasons.subList(0, 3).stream().noneMatch(Transaction::isRefusal)
                && Transaction.isRefusal(reasons.get(3));
    }

    /**
     * Records that the chair of the commission of {@code scope} opens the sheets on a candidate.
     *
     * @param revision of the record that shows that they are complete; if it has moved on nothing is opened
     */
    public Filing<Opening> open(String scope, Opening opening, long revision) {
        var reasons = new Transaction(tables)
                .putNew(Facts.item(JuryKeys.opening(opening.stage(), scope, opening.candidate()), opening))
                .update(revisionAfter(opening.stage(), scope, revision))
                .write();
        return outcome(opening, reasons, Opening.class, new Filing.FactsChanged<>(), (first, now) -> true);
    }

    /**
     * Records what the secretary entered of an absent member's sheet. Opposed by that member's own sheet, recusal and
     * abstention, and refused once the sheets are open.
     */
    public Filing<PaperSheet> enter(String scope, PaperSheet entry) {
        var stage = entry.stage();
        var reasons = new Transaction(tables)
                .putNew(Facts.item(JuryKeys.paper(scope, entry, entry.version()), entry))
                .update(nextRevision(stage, scope))
                .requireAbsent(JuryKeys.recusal(stage, scope, entry.member(), entry.candidate()))
                .requireAbsent(JuryKeys.opening(stage, scope, entry.candidate()))
                .requireAbsent(JuryKeys.abstention(stage, scope, entry.member(), entry.candidate()))
                .requireAbsent(JuryKeys.sheet(stage, scope, entry.member(), entry.candidate(), entry.sheet()))
                .write();
        if (isOpened(reasons)) {
            return new Filing.Opened<>();
        }
        return outcome(entry, reasons, PaperSheet.class, new Filing.StageAnnounced<>(), PaperSheet::saysTheSameAs);
    }

    /** Records a version of a sitting of the commission of its scope. */
    public Filing<Sitting> record(Sitting sitting) {
        var reasons = new Transaction(tables)
                .putNew(Facts.item(JuryKeys.sitting(sitting), sitting))
                .update(nextRevision(sitting.stage(), sitting.scope()))
                .write();
        return outcome(sitting, reasons, Sitting.class, new Filing.StageAnnounced<>(), Sitting::saysTheSameAs);
    }

    /** Everything filed on {@code stage} with the commission of {@code scope}. */
    public JuryRecord read(String stage, String scope) {
        var revision = tables.client()
                .getItem(r -> r.tableName(tables.contest())
                        .key(JuryKeys.revision(stage, scope))
                        .consistentRead(true))
                .item();
        var count = revision.isEmpty()
                ? 0
                : Long.parseLong(attribute(revision, "revision").n());
        return JuryRecord.of(
                count, revision.containsKey("announced"), facts.read(JuryKeys.partition(stage, scope), ""));
    }

    /** Adds one to a revision that is still open. */
    static Update.Builder nextRevision(String stage, String scope) {
        return Update.builder()
                .key(JuryKeys.revision(stage, scope))
                .updateExpression("ADD revision :one")
                .conditionExpression("attribute_not_exists(announced)")
                .expressionAttributeValues(Map.of(":one", n(1)));
    }

    private static Update.Builder revisionAfter(String stage, String scope, long revision) {
        return Update.builder()
                .key(JuryKeys.revision(stage, scope))
                .updateExpression("ADD revision :one")
                .conditionExpression(unchanged(revision))
                .expressionAttributeValues(Map.of(":one", n(1), ":read", n(revision)));
    }

    /** The condition that a revision is open and still {@code :read}. */
    static String unchanged(long revision) {
        return revision == 0
                ? "attribute_not_exists(announced) AND (attribute_not_exists(pk) OR revision = :read)"
                : "attribute_not_exists(announced) AND revision = :read";
    }

    private interface Sameness<F> {
        boolean same(F first, F now);
    }

    private static <F> Filing<F> outcome(
            F fact, List<CancellationReason> reasons, Class<F> type, Filing<F> revisionRefused, Sameness<F> sameness) {
        if (reasons.isEmpty()) {
            return new Filing.Filed<>(fact);
        }
        if (Transaction.isRefusal(reasons.get(0))) {
            var first = Json.readOwn(attribute(reasons.get(0).item(), "fact").s(), type);
            return sameness.same(first, fact) ? new Filing.Same<>(first) : new Filing.Different<>(first);
        }
        return Transaction.isRefusal(reasons.get(1)) ? revisionRefused : new Filing.Opposed<>();
    }
}
