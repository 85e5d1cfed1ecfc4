package kz.uzdik.contest.dossier;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Service in the post of akim, added up (§6). Terms that overlap or follow without a gap are one; a month is counted
 * from a day to the same day of the next month, or to its last where there is none (29 February); days left over in
 * several terms make a month by thirties, those of a single term never do.
 *
 * @param months whole months
 * @param days days over them, 0 to 30
 */
public record TimeInPost(long months, long days) {

    private static final int DAYS_OF_A_MONTH = 30;

    /** The service in {@code terms} up to and including the day {@code until}. */
    public static TimeInPost of(List<Registration.Term> terms, LocalDate until) {
        long months = 0;
        long days = 0;
        int parts = 0;
        for (var span : merged(terms, until.plusDays(1))) {
            long whole = span.wholeMonths();
            long over = ChronoUnit.DAYS.between(span.from.plusMonths(whole), span.end);
            months += whole;
            days += over;
            parts += over > 0 ? 1 : 0;
        }
        return parts > 1
                ? new TimeInPost(months + days / DAYS_OF_A_MONTH, days % DAYS_OF_A_MONTH)
                : new TimeInPost(months, days);
    }

    private static List<Span> merged(List<Registration.Term> terms, LocalDate end) {
        var spans = new ArrayList<Span>();
        terms.stream()
                .map(term -> Span.of(term, end))
                .filter(span -> span.from.isBefore(span.end))
                .sorted(Comparator.comparing(Span::from))
                .forEach(span -> {
                    if (!spans.isEmpty() && !span.from.isAfter(spans.getLast().end)) {
                        spans.add(spans.removeLast().with(span));
                    } else {
                        spans.add(span);
                    }
                });
        return spans;
    }

    /** From the first day to the one after the last. */
    private record Span(LocalDate from, LocalDate end) {

        static Span of(Registration.Term term, LocalDate end) {
            var until = term.until();
            return new Span(term.from(), until == null || !until.isBefore(end) ? end : until.plusDays(1));
        }

        Span with(Span next) {
            return new Span(from, end.isAfter(next.end) ? end : next.end);
        }

        long wholeMonths() {
            long months = ChronoUnit.MONTHS.between(from, end);
            return from.plusMonths(months + 1).isAfter(end) ? months : months + 1;
        }
    }
}
