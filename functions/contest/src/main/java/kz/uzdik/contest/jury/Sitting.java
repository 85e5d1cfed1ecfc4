package kz.uzdik.contest.jury;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sitting of a commission as it was recorded (§3, §4). A correction is a further version; the latest holds, all are
 * kept.
 *
 * @param scope KATO of the oblast, or {@code republic}
 * @param number 1 for the first sitting of the commission on the stage
 * @param version 1 as first recorded
 * @param date the day on which it was held
 * @param present ids of the members who were there, sorted
 * @param agenda what it was about, point by point
 * @param correction why it was recorded anew; null of the first version
 * @param by subject of the token of who recorded it
 */
public record Sitting(
        String stage,
        String scope,
        int number,
        int version,
        LocalDate date,
        List<String> present,
        List<String> agenda,
        @Nullable String correction,
        String by,
        Instant at) {
    public Sitting {
        present = present.stream().sorted().toList();
        agenda = List.copyOf(agenda);
    }

    /** Whether {@code other} says the same of the sitting, whoever recorded it and when. */
    public boolean saysTheSameAs(Sitting other) {
        return equals(new Sitting(
                other.stage,
                other.scope,
                other.number,
                other.version,
                other.date,
                other.present,
                other.agenda,
                other.correction,
                by,
                at));
    }
}
