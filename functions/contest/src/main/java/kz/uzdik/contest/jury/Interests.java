package kz.uzdik.contest.jury;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a member of a commission declares of themselves, so that conflicts of interest can be suggested. It is no fact of
 * the contest: nobody but the member reads it, nothing that is announced rests on it, and the last declaration is the only
 * one that is kept.
 *
 * @param scope KATO of the commission's oblast, or {@code republic}
 * @param member subject of the member's token
 * @param employer where the member works, as they write it; null where they say nothing
 * @param okrugs KATO of the rural districts in which they live, come from or work
 * @param relatives full names of the relatives that they declare
 */
public record Interests(
        String scope,
        String member,
        @Nullable String employer,
        List<String> okrugs,
        List<String> relatives,
        Instant declaredAt) {
    public Interests {
        okrugs = List.copyOf(okrugs);
        relatives = List.copyOf(relatives);
    }

    /** Hides what was declared, so that it is never logged by accident. */
    @Override
    public String toString() {
        return "Interests[" + scope + "]";
    }
}
