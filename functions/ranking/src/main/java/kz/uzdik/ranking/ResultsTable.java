package kz.uzdik.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.Text;

/** The results of a stage as one table in one language: a line for each candidate, in the order of the places. */
final class ResultsTable {

    private final ResultsFile results;
    private final String language;
    private final Words words;

    private ResultsTable(ResultsFile results, String language) {
        this.results = results;
        this.language = language;
        this.words = Words.in(language);
    }

    /** Its rows, the heading first: {@link String} and {@link BigDecimal}. */
    static List<List<Object>> rows(ResultsFile results, String language) {
        return new ResultsTable(results, language).rows();
    }

    private List<List<Object>> rows() {
        var rows = new ArrayList<List<Object>>();
        rows.add(heading());
        for (var scope : results.scopes()) {
            scope.standings().forEach(place -> rows.add(row(scope, place)));
        }
        return rows;
    }

    /** Every line has the same components, in the stage's order. */
    private List<Object> heading() {
        var heading = new ArrayList<Object>(List.of(
                words.get("tableScope"),
                words.get("place"),
                words.get("candidate"),
                words.get("tableDistrict"),
                words.get("okrug"),
                words.get("total"),
                words.get("outcome"),
                words.get("tableNominations")));
        results.scopes().stream().flatMap(scope -> scope.standings().stream()).findFirst().stream()
                .flatMap(place -> place.components().stream())
                .forEach(points -> {
                    var title = points.title().in(language);
                    heading.add(title);
                    heading.add(title + ": " + words.get("tableWeight"));
                    heading.add(title + ": " + words.get("tableCounted"));
                });
        heading.add(words.get("tableExplanation"));
        return heading;
    }

    private List<Object> row(ResultsFile.Scope scope, ResultsFile.Place place) {
        var row = new ArrayList<Object>(List.of(
                scope.name().in(language),
                BigDecimal.valueOf(place.rank()),
                place.name(),
                place.district().in(language),
                place.okrug().in(language),
                place.total(),
                place.verdict().in(language),
                place.nominations().stream().map(this::said).collect(Collectors.joining(", "))));
        for (var points : place.components()) {
            row.add(points.points());
            row.add(points.weight());
            row.add(BigDecimal.valueOf(points.counted()));
        }
        row.add(said(place.explanation()));
        return row;
    }

    private String said(Text text) {
        return text.in(language);
    }
}
