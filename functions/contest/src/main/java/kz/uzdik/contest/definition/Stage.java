package kz.uzdik.contest.definition;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One stage and how it is rated.
 *
 * @param id {@code selection}, {@code regional} or {@code republican} in the shipped editions
 * @param scope whether each oblast is rated by itself or the republic as one
 * @param from the stage whose chosen candidates take part; null for the first, where the admitted dossiers do
 * @param rateAt when the schedule makes the rating, local time
 * @param components what the total is made of; weights add up to 1
 * @param maxPerDistrict most candidates of one district that go on; null without such a limit (§12)
 * @param chosen most candidates of one scope that go on or take a place; null where only {@code maxPerDistrict} limits
 * @param tieBreaks steps taken in order among candidates of equal total; after the last, the chair's casting vote
 * @param nominations given besides the places (news-0)
 */
public record Stage(
        String id,
        Text title,
        Scope scope,
        @Nullable String from,
        LocalDateTime rateAt,
        List<Component> components,
        @Nullable Integer maxPerDistrict,
        @Nullable Integer chosen,
        List<TieBreak> tieBreaks,
        List<Nomination> nominations) {
    public Stage {
        components = List.copyOf(components);
        tieBreaks = List.copyOf(tieBreaks);
        nominations = List.copyOf(nominations);
    }

    /** The unit that is rated by itself and that has a commission of its own. */
    public enum Scope {
        OBLAST,
        REPUBLIC
    }

    /** The name of the only scope of a stage that rates the whole republic. */
    public static final String REPUBLIC = "republic";
}
