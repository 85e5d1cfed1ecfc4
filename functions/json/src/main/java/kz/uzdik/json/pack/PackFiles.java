package kz.uzdik.json.pack;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/** The names of a pack's files. */
public final class PackFiles {
    public static final String MANIFEST = "manifest.json";
    public static final String DEFINITION = "definition.json";
    public static final String DECISIONS = "decisions.json";
    public static final String PARTICIPANTS = "participants.json";
    public static final String COMMISSIONS = "commissions.json";
    public static final String SHEETS = "sheets.json";
    public static final String RECUSALS = "recusals.json";
    public static final String ABSTENTIONS = "abstentions.json";
    public static final String CASTING_VOTES = "casting-votes.json";
    public static final String SEALS = "seals.json";
    public static final String SITTINGS = "sittings.json";
    public static final String EARLIER = "earlier.json";
    public static final String ANNULMENTS = "annulments.json";
    public static final String PAPER = "paper.json";
    public static final String TALLIES = "tallies.json";
    public static final String RATING = "rating.json";
    public static final String SHEET_POINTS = "sheet-points.json";
    public static final String PROTOCOL_KK = "protocol-kk.html";
    public static final String PROTOCOL_RU = "protocol-ru.html";
    public static final String PROTOCOL_KK_PDF = "protocol-kk.pdf";
    public static final String PROTOCOL_RU_PDF = "protocol-ru.pdf";

    private PackFiles() {}

    /** The file with the answers to {@code survey}. */
    public static String answers(String survey) {
        return "answers-" + survey + ".jsonl";
    }

    /** The file with the receipts of {@code survey}. */
    public static String receipts(String survey) {
        return "receipts-" + survey + ".txt";
    }

    /** Every file of a pack whose stage uses {@code surveys}, the manifest too; a pack has these and no others. */
    public static SortedSet<String> all(Collection<String> surveys) {
        var names = new TreeSet<String>();
        names.add(MANIFEST);
        names.add(DEFINITION);
        names.add(DECISIONS);
        names.add(PARTICIPANTS);
        names.add(COMMISSIONS);
        names.add(SHEETS);
        names.add(RECUSALS);
        names.add(ABSTENTIONS);
        names.add(CASTING_VOTES);
        names.add(SEALS);
        names.add(SITTINGS);
        names.add(EARLIER);
        names.add(ANNULMENTS);
        names.add(PAPER);
        names.add(TALLIES);
        names.add(RATING);
        names.add(SHEET_POINTS);
        names.add(PROTOCOL_KK);
        names.add(PROTOCOL_RU);
        names.add(PROTOCOL_KK_PDF);
        names.add(PROTOCOL_RU_PDF);
        for (var survey : surveys) {
            names.add(answers(survey));
            names.add(receipts(survey));
        }
        return names;
    }
}
