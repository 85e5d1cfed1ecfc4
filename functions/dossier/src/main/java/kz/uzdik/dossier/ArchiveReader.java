package kz.uzdik.dossier;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.uzdik.contest.definition.Intake;
import kz.uzdik.contest.dossier.ArchiveContents;
import kz.uzdik.contest.dossier.ArchiveContents.FileFound;
import kz.uzdik.contest.dossier.ArchiveContents.Problem;
import kz.uzdik.contest.dossier.ArchiveContents.Problem.Kind;
import kz.uzdik.files.UnreachableException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a dossier's archive. Whatever the archive holds, the answer is what was found and what is wrong with
 * it, within bounded time and memory: only {@link UnreachableException} escapes, for it says nothing of the archive.
 * Of films the header alone is read, and files that are no item of the dossier are not read unless they may be scripts.
 */
public final class ArchiveReader {

    private static final int MOST_ENTRIES = 1000;
    private static final int MOST_READ = 100;
    private static final int MOST_PROBLEMS = 40;
    private static final int MOST_DOCUMENT_BYTES = 64 * 1024 * 1024;
    private static final int MOST_MARKUP_BYTES = 4 * 1024 * 1024;
    private static final long MOST_TIMES_PACKED = 4;
    private static final Set<String> FILMS = Set.of("mp4", "m4v", "mov", "3gp", "avi", "webm", "mkv");

    private final ItemRecognition items;
    private final long mostUnpacked;

    /** For archives of an edition whose dossiers are to hold what {@code intake} says. */
    public ArchiveReader(Intake intake) {
        this.items = new ItemRecognition(intake.documents());
        this.mostUnpacked = intake.maxArchiveBytes() * MOST_TIMES_PACKED;
    }

    /** What {@code archive}, which is closed then, holds. */
    public ArchiveContents read(SeekableByteChannel archive) {
        try {
            var fault = ZipRecords.fault(archive, MOST_ENTRIES);
            return fault.isPresent() ? whole(fault.get()) : files(archive);
        } catch (UnreachableException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return whole(Kind.FALSE_DIRECTORY);
        }
    }

    private ArchiveContents files(SeekableByteChannel archive) throws IOException {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(archive)
                .setIgnoreLocalFileHeader(true)
                .get()) {
            return new Reading(zip, archive).contents();
        }
    }

    private static ArchiveContents whole(Kind kind) {
        return new ArchiveContents(List.of(), List.of(new Problem(kind, null)));
    }

    /** One archive being read. */
    private final class Reading {

        private final ZipFile zip;
        private final SeekableByteChannel archive;
        private final List<FileFound> files = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private final Set<String> names = new HashSet<>();
        private long unpacked;
        private int read;

        Reading(ZipFile zip, SeekableByteChannel archive) {
            this.zip = zip;
            this.archive = archive;
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
                var item = items.of(name).orElse(null);
                var length = unfit.isPresent() ? Length.NONE : item == null ? markup(entry, name) : length(entry, name);
                files.add(new FileFound(name.shown(), item, entry.getSize(), length.seconds(), length.pages()));
            }
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
        private Length markup(ZipArchiveEntry entry, EntryName name) {
            return FileDangers.isMarkup(name.extension())
                    ? opened(entry, name, MOST_MARKUP_BYTES, () -> {
                        if (FileDangers.acts(EntryContent.of(zip, entry))) {
                            throw new UnfitException(Kind.ACTIVE_CONTENT);
                        }
                        return Length.NONE;
                    })
                    : Length.NONE;
        }

        private Length length(ZipArchiveEntry entry, EntryName name) {
            return FILMS.contains(name.extension())
                    ? opened(entry, name, Long.MAX_VALUE, () -> new Length(filmSeconds(entry), null))
                    : opened(entry, name, MOST_DOCUMENT_BYTES, () -> {
                        var pages = DocumentPages.count(name.extension(), EntryContent.of(zip, entry));
                        return new Length(null, pages);
                    });
        }

        private Length opened(ZipArchiveEntry entry, EntryName name, long most, Opening opening) {
            read++;
            try {
                if (entry.getSize() > most) {
                    throw new UnfitException(Kind.TOO_LARGE_UNPACKED);
                }
                return opening.open();
            } catch (UnreachableException e) {
                throw e;
            } catch (UnfitException e) {
                problems.add(new Problem(e.kind(), name.shown()));
            } catch (IOException | RuntimeException e) {
                problems.add(new Problem(Kind.UNREADABLE_ENTRY, name.shown()));
            }
            return Length.NONE;
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

        Length open() throws IOException;
    }

    private record Length(
            @Nullable Double seconds, @Nullable Integer pages) {

        static final Length NONE = new Length(null, null);
    }
}
