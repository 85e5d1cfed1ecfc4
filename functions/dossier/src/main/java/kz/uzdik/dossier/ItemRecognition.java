package kz.uzdik.dossier;

import java.util.List;
import java.util.Optional;
import kz.uzdik.contest.definition.DocumentKind;

/** Tells by a file's name which item of the dossier it is (§9). */
final class ItemRecognition {

    private final List<DocumentKind> documents;

    ItemRecognition(List<DocumentKind> documents) {
        this.documents = documents;
    }

    /**
     * The item that {@code name} says it is, among those that allow its extension: the file's own name goes before its
     * folders', a longer keyword before a shorter one, an earlier item before a later.
     */
    Optional<String> of(EntryName name) {
        var own = best(name.fileName(), name.extension());
        return own.isPresent() ? own : best(name.path(), name.extension());
    }

    private Optional<String> best(String text, String extension) {
        String found = null;
        var length = 0;
        for (var document : documents) {
            if (document.extensions().contains(extension)) {
                var matched = longestKeyword(document, text);
                if (matched > length) {
                    length = matched;
                    found = document.id();
                }
            }
        }
        return Optional.ofNullable(found);
    }

    private static int longestKeyword(DocumentKind document, String text) {
        var words = FoldedName.words(text);
        var folded = FoldedName.of(text);
        return document.keywords().stream()
                .filter(keyword -> words.contains(FoldedName.words(keyword)) || folded.contains(FoldedName.of(keyword)))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
