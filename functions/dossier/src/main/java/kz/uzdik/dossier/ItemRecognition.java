package kz.uzdik.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.uzdik.contest.definition.DocumentKind;
import kz.uzdik.contest.dossier.FoldedName;

/** Tells by a file's name which item of the dossier it is (§9). */
final class ItemRecognition {

    private final List<Keyword> keywords = new ArrayList<>();

    ItemRecognition(List<DocumentKind> documents) {
        for (var document : documents) {
            for (var keyword : document.keywords()) {
                keywords.add(
                        new Keyword(document, FoldedName.words(keyword), FoldedName.of(keyword), keyword.length()));
            }
        }
    }

    /**
     * The item that {@code name} says it is, among those that allow its extension: the file's own name goes before its
     * folders', a longer keyword before a shorter one, an earlier item before a later.
     */
    Optional<DocumentKind> of(EntryName name) {
        var own = best(name.fileName(), name.extension());
        return own.isPresent() || name.path().equals(name.fileName()) ? own : best(name.path(), name.extension());
    }

    private Optional<DocumentKind> best(String text, String extension) {
        var words = FoldedName.words(text);
        var folded = FoldedName.of(text);
        DocumentKind found = null;
        var length = 0;
        for (var keyword : keywords) {
            if (keyword.length > length
                    && keyword.document.extensions().contains(extension)
                    && (words.contains(keyword.words) || folded.contains(keyword.folded))) {
                length = keyword.length;
                found = keyword.document;
            }
        }
        return Optional.ofNullable(found);
    }

    /** A part of a name that tells the item: as written, and with look-alikes folded. */
    private record Keyword(DocumentKind document, String words, String folded, int length) {}
}
