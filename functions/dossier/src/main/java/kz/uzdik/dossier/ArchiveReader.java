package kz.uzdik.dossier;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.uzdik.contest.definition.DocumentKind;
import kz.uzdik.contest.definition.Intake;
import kz.uzdik.contest.dossier.ArchiveContents;
import kz.uzdik.contest.dossier.ArchiveContents.FileFound;
import kz.uzdik.contest.dossier.ArchiveContents.Problem;
import kz.uzdik.contest.dossier.ArchiveContents.Problem.Kind;
import kz.uzdik.contest.dossier.FormRead;
import kz.uzdik.files.ThreatException;
import kz.uzdik.files.UnreachableException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a dossier's archive. Whatever the archive holds, the answer is what was found and what is wrong with
 * it, within bounded time and memory: only {@link UnreachableException} and {@link ThreatException} escape, for they
 * say nothing of what it holds. Of films the header alone is read, and files that are no item of the dossier are not read unless they may be scripts.
 */
public final class ArchiveReader {

    private static final int MOST_ENTRIES = 1000;
    private static final int MOST_READ = 100;
    private static final int MOST_PROBLEMS = 40;
    private static final int MOST_DOCUMENT_BYTES = 64 * 1024 * 1024;
    private static final int MOST_MARKUP_BYTES = 4 * 1024 * 1024;
    private static final long MOST_TIMES_PACKED = 4;
    private static final Set<String> FILMS = Set.of("mp4", "m4v", "mov", "3gp", "avi", "webm", "mkv");

    private final List<DocumentKind> documents;
    private final ItemRecognition items;
    private final FormReading forms;
    private final long mostUnpacked;

    /** For archives of an edition whose dossiers are to hold what {@code intake} says. */
    public ArchiveReader(Intake intake) {
        this.documents = intake.documents();
        this.items = new ItemRecognition(documents);
        this.forms = new FormReading(documents);
        this.mostUnpacked = intake.maxArchiveBytes() * MOST_TIMES_PACKED;
    }

    /** What {@code archive}, which is closed then, holds. */
    public ArchiveContents read(SeekableByteChannel archive) {
        return read(archive, Map.of());
    }

    /**
     * What {@code archive}, which is closed then, holds.
     *
     * @param said which file is which item, by those who know: path → the item's id, or nothing for none of them
     */
    public ArchiveContents read(SeekableByteChannel archive, Map<String, String> said) {
        try {
            var fault = ZipRecords.fault(archive, MOST_ENTRIES);
            return fault.isPresent() ? whole(fault.get()) : files(archive, said);
        } catch (UnreachableException | ThreatException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return whole(Kind.FALSE_DIRECTORY);
        }
    }

    private ArchiveContents files(SeekableByteChannel archive, Map<String, String> said) throws IOException {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(archive)
                .setIgnoreLocalFileHeader(true)
                .get()) {
            return new Reading(zip, archive, said).contents();
        }
    }

    private static ArchiveContents whole(Kind kind) {
        return new ArchiveContents(List.of(), List.of(new Problem(kind, null)));
    }

    /** One archive being read. */
    private final class Reading {

        private final ZipFile zip;
        private final SeekableByteChannel archive;
        private final Map<String, String> said;
        private final List<FileFound> files = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final Set<String> names = new HashSet<>();
        private long unpacked;
        private int read;

        Reading(ZipFile zip, SeekableByteChannel archive, Map<String, String> said) {
            this.zip = zip;
            this.archive = archive;
            this.said = said;
        }

        ArchiveContents contents() {
            for (var entry : Collections.list(zip.getEntries())) {
                unpacked = Math.min(unpacked + entry.getSize(), Long.MAX_VALUE / 2);
                if (unpacked > mostUnpacked || read == MOST_READ || problems.size() == MOST_PROBLEMS) {
                    problems.add(new Problem(
                            unpacked > mostUnpacked ? Kind.TOO_LARGE_UNPACKED : Kind.TOO_MANY_ENTRIES, null));
                    break;
                }
                take(entry, EntryName.of(entry));
            }
            return new ArchiveContents(files, problems);
        }

        private void take(ZipArchiveEntry entry, EntryName name) {
            var fault = name.fault();
            if (fault.isPresent()) {
                problems.add(new Problem(fault.get(), name.shown()));
                return;
            }
            var unfit = unfit(entry, name);
            unfit.ifPresent(kind -> problems.add(new Problem(kind, name.shown())));
            if (!name.isFolder() && !name.isLeftover()) {
                files.add(unfit.isPresent() ? Looked.at(recognised(name)).file(entry, name) : look(entry, name));
            }
        }

        private @Nullable DocumentKind recognised(EntryName name) {
            var item = said(name);
            return isSaid(name) ? item : items.of(name).orElse(null);
        }

        /** Whether somebody said what the file is, and it can be that. */
        private boolean isSaid(EntryName name) {
            var item = said(name);
            return item == null
                    ? "".equals(said.get(name.shown()))
                    : item.extensions().contains(name.extension());
        }

        private @Nullable DocumentKind said(EntryName name) {
            return documents.stream()
                    .filter(document -> document.id().equals(said.get(name.shown())))
                    .findFirst()
                    .orElse(null);
        }

        private FileFound look(ZipArchiveEntry entry, EntryName name) {
            var item = recognised(name);
            var looked = name.extension().equals("xlsx")
                    ? workbook(entry, name, item)
                    : item == null ? markup(entry, name) : length(entry, name, item);
            return looked.file(entry, name);
        }

        /** What the directory's record alone says against a file. */
        private Optional<Kind> unfit(ZipArchiveEntry entry, EntryName name) {
            if (isSpecial(entry)) {
                return Optional.of(Kind.LINK);
            }
            if (!names.add(name.folded())) {
                return Optional.of(Kind.DUPLICATE_NAME);
            }
            if (name.isFolder() || name.isLeftover()) {
                return entry.getSize() > 0 && name.isFolder() ? Optional.of(Kind.FALSE_FORMAT) : Optional.empty();
            }
            return entry.getGeneralPurposeBit().usesEncryption()
                    ? Optional.of(Kind.ENCRYPTED)
                    : FileDangers.of(name.extension());
        }

        private static boolean isSpecial(ZipArchiveEntry entry) {
            var type = entry.getPlatform() == ZipArchiveEntry.PLATFORM_UNIX ? entry.getUnixMode() & 0170000 : 0;
            return type != 0 && type != 0100000 && type != 0040000;
        }

        /** Of files that are no item, those that may hold a script are looked into. */
        private Looked markup(ZipArchiveEntry entry, EntryName name) {
            return FileDangers.isMarkup(name.extension())
                    ? opened(entry, name, MOST_MARKUP_BYTES, Looked.at(null), () -> {
                        if (FileDangers.acts(EntryContent.of(zip, entry))) {
                            throw new UnfitException(Kind.ACTIVE_CONTENT);
                        }
                        return Looked.at(null);
                    })
                    : Looked.at(null);
        }

        private Looked length(ZipArchiveEntry entry, EntryName name, DocumentKind item) {
            return FILMS.contains(name.extension())
                    ? opened(
                            entry,
                            name,
                            Long.MAX_VALUE,
                            Looked.at(item),
                            () -> new Looked(item, filmSeconds(entry), null, null))
                    : opened(entry, name, MOST_DOCUMENT_BYTES, Looked.at(item), () -> {
                        var pages = DocumentPages.count(name.extension(), EntryContent.of(zip, entry));
                        return new Looked(item, null, pages, null);
                    });
        }

        /** A workbook may be a form whatever its name; one that nobody asks for need not open. */
        private Looked workbook(ZipArchiveEntry entry, EntryName name, @Nullable DocumentKind item) {
            var unread = new Looked(item, null, null, item == null || item.form() == null ? null : FormRead.NO_SHEET);
            if (item == null && (isSaid(name) || entry.getSize() > FormReading.MOST_BYTES)) {
                return unread;
            }
            return opened(entry, name, MOST_DOCUMENT_BYTES, unread, () -> {
                try {
                    var told = forms.read(EntryContent.of(zip, entry), item, isSaid(name));
                    return new Looked(told.document(), null, null, told.form());
                } catch (UnfitException e) {
                    if (item == null && !e.kind().isDanger()) {
                        return unread;
                    }
                    throw e;
                }
            });
        }

        private Looked opened(ZipArchiveEntry entry, EntryName name, long most, Looked otherwise, Opening opening) {
            read++;
            try {
                if (entry.getSize() > most) {
                    throw new UnfitException(Kind.TOO_LARGE_UNPACKED);
                }
                return opening.open();
            } catch (UnreachableException | ThreatException e) {
                throw e;
            } catch (UnfitException e) {
                problems.add(new Problem(e.kind(), name.shown()));
            } catch (IOException | RuntimeException e) {
                problems.add(new Problem(Kind.UNREADABLE_ENTRY, name.shown()));
            }
            return otherwise;
        }

        private double filmSeconds(ZipArchiveEntry entry) throws IOException {
            try (var in = BoundedInputStream.builder()
                    .setInputStream(zip.getInputStream(entry))
                    .setMaxCount(entry.getSize())
                    .get()) {
                return FilmLength.seconds(
                        entry.getMethod() == ZipArchiveEntry.STORED
                                ? new StoredContent(archive, entry.getDataOffset(), entry.getSize())
                                : in);
            }
        }
    }

    /** Looks into a file. */
    @FunctionalInterface
    private interface Opening {

        Looked open() throws IOException;
    }

    /**
     * What looking at a file brought.
     *
     * @param item what it is; null if of no item
     */
    private record Looked(
            @Nullable DocumentKind item,
            @Nullable Double seconds,
            @Nullable Integer pages,
            @Nullable FormRead form) {

        static Looked at(@Nullable DocumentKind item) {
            return new Looked(item, null, null, null);
        }

        FileFound file(ZipArchiveEntry entry, EntryName name) {
            return new FileFound(name.shown(), item == null ? null : item.id(), entry.getSize(), seconds, pages, form);
        }
    }
}
