package kz.uzdik.contest.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of the dossier.
 *
 * @param id for example {@code application}
 * @param clause for example {@code §9(1)}
 * @param extensions file name extensions accepted, lower case, without dot
 * @param keywords parts of a file's name by which the item is recognised, lower case; any one suffices
 * @param required whether a dossier without it is incomplete (§11(2))
 * @param maxSeconds longest duration of a video, in seconds; null where it is no video
 * @param maxPages most pages of a document; null where there is no limit
 * @param form the form that it is filled in by, where it is offered as a workbook; null where there is none
 */
public record DocumentKind(
        String id,
        String clause,
        Text name,
        List<String> extensions,
        List<String> keywords,
        boolean required,
        @Nullable Integer maxSeconds,
        @Nullable Integer maxPages,
        @Nullable DocumentForm form) {
    public DocumentKind {
        extensions = List.copyOf(extensions);
        keywords = List.copyOf(keywords);
    }
}
