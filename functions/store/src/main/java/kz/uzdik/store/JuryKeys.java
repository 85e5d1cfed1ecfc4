package kz.uzdik.store;

import static kz.uzdik.store.Tables.attribute;
import static kz.uzdik.store.Tables.key;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import kz.uzdik.contest.jury.CastingVote;
import kz.uzdik.contest.jury.FiledSheet;
import kz.uzdik.contest.jury.NoConflict;
import kz.uzdik.contest.jury.PaperSheet;
import kz.uzdik.contest.jury.Recusal;
import kz.uzdik.contest.jury.Sitting;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Where the facts of one commission's work on one stage lie: all under one partition, told apart by their sort key. */
final class JuryKeys {

    static final String COMMISSIONS = "COMMISSION";
    static final String SHEET = "SHEET#";
    static final String RECUSAL = "RECUSAL#";
    static final String ABSTENTION = "ABSTENTION#";
    static final String CASTING_VOTE = "CASTING#";
    static final String OPENING = "OPENING#";
    static final String SALT = "SALT#";
    static final String SITTING = "SITTING#";
    static final String PAPER = "PAPER#";
    static final String NO_CONFLICT = "NOCONFLICT#";

    private JuryKeys() {}

    static String partition(String stage, String scope) {
        return "JURY#" + stage + "#" + scope;
    }

    /** The counter that every write to the partition adds to, and that an announcement closes. */
    static Map<String, AttributeValue> revision(String stage, String scope) {
        return key("JURYREVISION#" + stage + "#" + scope, "REVISION");
    }

    static Map<String, AttributeValue> sheet(String scope, FiledSheet sheet) {
        return version(sheet(sheet.stage(), scope, sheet.member(), sheet.candidate(), sheet.sheet()), sheet.version());
    }

    static Map<String, AttributeValue> sheet(
            String stage, String scope, String member, String candidate, String sheet) {
        return key(partition(stage, scope), SHEET + member + "#" + candidate + "#" + sheet);
    }

    static Map<String, AttributeValue> salt(String scope, FiledSheet sheet) {
        return version(
                key(
                        partition(sheet.stage(), scope),
                        SALT + sheet.member() + "#" + sheet.candidate() + "#" + sheet.sheet()),
                sheet.version());
    }

    /** The first version lies at {@code first} itself: where nothing lies there, nothing was filed. */
    private static Map<String, AttributeValue> version(Map<String, AttributeValue> first, int version) {
        return version == 1
                ? first
                : key(attribute(first, "pk").s(), attribute(first, "sk").s() + "#%04d".formatted(version));
    }

    static Map<String, AttributeValue> paper(String scope, PaperSheet paper, int version) {
        return key(
                partition(paper.stage(), scope),
                PAPER + paper.member() + "#" + paper.candidate() + "#" + paper.sheet() + "#%04d".formatted(version));
    }

    static Map<String, AttributeValue> opening(String stage, String scope, String candidate) {
        return key(partition(stage, scope), OPENING + candidate);
    }

    static Map<String, AttributeValue> recusal(String scope, Recusal recusal) {
        return recusal(recusal.stage(), scope, recusal.member(), recusal.candidate());
    }

    static Map<String, AttributeValue> recusal(String stage, String scope, String member, String candidate) {
        return key(partition(stage, scope), RECUSAL + member + "#" + candidate);
    }

    static Map<String, AttributeValue> abstention(String stage, String scope, String member, String candidate) {
        return key(partition(stage, scope), ABSTENTION + member + "#" + candidate);
    }

    static Map<String, AttributeValue> noConflict(String scope, NoConflict statement) {
        return key(
                partition(statement.stage(), scope),
                NO_CONFLICT + statement.member() + "#" + statement.candidate() + "#" + statement.ground());
    }

    /** One casting vote per set of tied candidates and sitting, whatever their order. */
    static Map<String, AttributeValue> castingVote(CastingVote vote) {
        return key(
                partition(vote.stage(), vote.scope()),
                CASTING_VOTE + digest(vote.order()) + "#%04d".formatted(vote.sitting()));
    }

    static Map<String, AttributeValue> sitting(Sitting sitting) {
        return key(
                partition(sitting.stage(), sitting.scope()),
                SITTING + "%04d#%04d".formatted(sitting.number(), sitting.version()));
    }

    static Map<String, AttributeValue> commission(String scope, int version) {
        return key(COMMISSIONS, scope + "#%06d".formatted(version));
    }

    private static String digest(Collection<String> candidates) {
        return Content.sha256(String.join("\n", new TreeSet<>(candidates)).getBytes(StandardCharsets.UTF_8));
    }
}
