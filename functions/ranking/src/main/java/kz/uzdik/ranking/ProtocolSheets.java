package kz.uzdik.ranking;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.Criterion;
import kz.uzdik.contest.jury.FiledSheet;

/** What the protocol says of the score sheets on one scope's candidates, as the template wants it. */
final class ProtocolSheets {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    private final Bulletin bulletin;
    private final Set<String> candidates;
    private final String language;
    private final UnaryOperator<String> member;

    /** {@code member} gives a member's name. */
    ProtocolSheets(Bulletin bulletin, Set<String> candidates, String language, UnaryOperator<String> member) {
        this.bulletin = bulletin;
        this.candidates = candidates;
        this.language = language;
        this.member = member;
    }

    /** Each sheet that was entered from paper for an absent member. */
    List<Map<String, Object>> onPaper() {
        return FiledSheet.inOrder(bulletin.shown().facts().sheets()).stream()
                .filter(sheet -> candidates.contains(sheet.candidate()))
                .flatMap(sheet -> Optional.ofNullable(sheet.paper()).map(paper -> onPaper(sheet, paper)).stream())
                .toList();
    }

    private Map<String, Object> onPaper(FiledSheet sheet, FiledSheet.Paper paper) {
        return Map.of(
                "member",
                member.apply(sheet.member()),
                "candidate",
                bulletin.name(sheet.candidate()),
                "sheet",
                title(sheet),
                "sha256",
                paper.scanSha256());
    }

    private String title(FiledSheet sheet) {
        return bulletin.definition()
                .sheet(sheet.sheet())
                .map(one -> one.title().in(language))
                .orElseThrow();
    }

    /** Each correction of a sheet: who, when, why, and what it changed from what to what. */
    List<Map<String, Object>> corrections() {
        return FiledSheet.corrections(bulletin.shown().facts().sheets()).stream()
                .filter(correction -> candidates.contains(correction.after().candidate()))
                .map(this::correction)
                .toList();
    }

    private Map<String, Object> correction(FiledSheet.Correction correction) {
        var after = correction.after();
        var sheet = bulletin.definition().sheet(after.sheet()).orElseThrow();
        return Map.of(
                "member",
                member.apply(after.member()),
                "candidate",
                bulletin.name(after.candidate()),
                "sheet",
                sheet.title().in(language),
                "at",
                LOCAL.format(after.filedAt().atZone(bulletin.definition().zone())),
                "changes",
                sheet.criteria().stream()
                        .filter(criterion ->
                                !points(correction.before(), criterion).equals(points(after, criterion)))
                        .map(criterion -> criterion.text().in(language) + ": " + points(correction.before(), criterion)
                                + " → " + points(after, criterion))
                        .collect(Collectors.joining("; ")),
                "reason",
                Objects.requireNonNullElse(after.correction(), ""));
    }

    private static String points(FiledSheet sheet, Criterion criterion) {
        var points = sheet.points().get(criterion.id());
        return points == null ? "—" : points.toPlainString().replace('.', ',');
    }
}
