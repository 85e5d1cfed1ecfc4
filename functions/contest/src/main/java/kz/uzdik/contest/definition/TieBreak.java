package kz.uzdik.contest.definition;

/**
 * One step taken among candidates of equal total (§12).
 *
 * @param source where the compared number comes from
 * @param of id of the attribute or of the component
 */
public record TieBreak(String id, Text title, Source source, String of, Better better) {

    /** Where the compared number comes from. */
    public enum Source {
        ATTRIBUTE,
        COMPONENT
    }

    /** Which of two numbers comes first. */
    public enum Better {
        HIGHER,
        LOWER
    }
}
