package kz.uzdik.dossier;

import static kz.uzdik.contest.dossier.ArchiveContents.Problem.Kind.ENCRYPTED;
import static kz.uzdik.contest.dossier.ArchiveContents.Problem.Kind.NOT_A_ZIP;
import static kz.uzdik.contest.dossier.ArchiveContents.Problem.Kind.TOO_LARGE_UNPACKED;
import static kz.uzdik.contest.dossier.ArchiveContents.Problem.Kind.TRUNCATED;
import static kz.uzdik.contest.dossier.ArchiveContents.Problem.Kind.UNREADABLE_ENTRY;
import static kz.uzdik.contest.dossier.ArchiveContents.Problem.Kind.UNSAFE_NAME;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import kz.uzdik.contest.definition.Intake;
import kz.uzdik.contest.dossier.ArchiveContents;
import kz.uzdik.contest.dossier.ArchiveContents.FileFound;
import kz.uzdik.contest.dossier.ArchiveContents.Problem;
import kz.uzdik.files.UnreachableException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.input.BoundedInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a dossier's archive. Whatever the archive holds, the answer is what was found and what is wrong with
 * it, within bounded time and memory: only {@link UnreachableException} escapes, for it says nothing of the archive.
 * Of films the header alone is read, and files that are no item of the dossier are not read at all.
 */
final class ArchiveReader {

    private static final int MOST_FILES = 1000;
    private static final int MOST_ITEMS = 100;
    private static final int MOST_PROBLEMS = 40;
    private static final int MOST_DOCUMENT_BYTES = 64 * 1024 * 1024;
    private static final long MOST_TIMES_PACKED = 4;
    private static final Set<String> FILMS = Set.of("mp4", "m4v", "mov", "3gp");

    private final ItemRecognition items;
    private final long mostUnpacked;

    ArchiveReader(Intake intake) {
        this.items = new ItemRecognition(intake.documents());
        this.mostUnpacked = intake.maxArchiveBytes() * MOST_TIMES_PACKED;
    }

    /** What {@code archive} holds. */
    ArchiveContents read(SeekableByteChannel archive) {
        var damaged = whole(ZipEnds.beginsAsZip(archive) ? TRUNCATED : NOT_A_ZIP);
        if (!ZipEnds.endsAsZip(archive)) {
            return damaged;
        }
        var budget = new DirectoryBudget(archive);
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(budget)
                .setIgnoreLocalFileHeader(true)
                .get()) {
            budget.lift();
            return new Reading(zip, archive).contents();
        } catch (DirectoryBudget.ExceededException e) {
            return whole(TOO_LARGE_UNPACKED);
        } catch (UnreachableException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            return damaged;
        }
    }

    private static ArchiveContents whole(Problem.Kind kind) {
        return new ArchiveContents(List.of(), List.of(new Problem(kind, null)));
    }

    /** One archive being read. */
    private final class Reading {

        private final ZipFile zip;
        private final SeekableByteChannel archive;
        private final List<FileFound> files = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private long unpacked;
        private int recognised;

        Reading(ZipFile zip, SeekableByteChannel archive) {
            this.zip = zip;
            this.archive = archive;
        }

        ArchiveContents contents() {
            for (var entry : Collections.list(zip.getEntries())) {
                if (files.size() == MOST_FILES || recognised == MOST_ITEMS || problems.size() == MOST_PROBLEMS) {
                    problems.add(new Problem(TOO_LARGE_UNPACKED, null));
                    break;
                }
                take(entry, EntryName.of(entry));
            }
            return new ArchiveContents(files, problems);
        }

        private void take(ZipArchiveEntry entry, EntryName name) {
            if (!name.isSafe()) {
                problems.add(new Problem(UNSAFE_NAME, name.shown()));
            } else if (!name.isFolder() && !name.isLeftover()) {
                var item = items.of(name).orElse(null);
                var length = item == null ? Length.NONE : length(entry, name);
                files.add(new FileFound(name.shown(), item, entry.getSize(), length.seconds(), length.pages()));
            }
        }

        private Length length(ZipArchiveEntry entry, EntryName name) {
            recognised++;
            unpacked += entry.getSize();
            var film = FILMS.contains(name.extension());
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                return wrong(ENCRYPTED, name);
            }
            if (unpacked > mostUnpacked || (!film && entry.getSize() > MOST_DOCUMENT_BYTES)) {
                return wrong(TOO_LARGE_UNPACKED, name);
            }
            try {
                return film
                        ? new Length(filmSeconds(entry), null)
                        : new Length(null, DocumentPages.count(name.extension(), content(entry)));
            } catch (UnreachableException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                return wrong(UNREADABLE_ENTRY, name);
            }
        }

        private Length wrong(Problem.Kind kind, EntryName name) {
            problems.add(new Problem(kind, name.shown()));
            return Length.NONE;
        }

        private double filmSeconds(ZipArchiveEntry entry) throws IOException {
            try (var in = BoundedInputStream.builder()
                    .setInputStream(zip.getInputStream(entry))
                    .setMaxCount(entry.getSize())
                    .get()) {
                return VideoLength.seconds(
                        entry.getMethod() == ZipArchiveEntry.STORED
                                ? new StoredContent(archive, entry.getDataOffset(), entry.getSize())
                                : in);
            }
        }

        /** The whole content, which must be as long and have the checksum that the directory says. */
        private byte[] content(ZipArchiveEntry entry) throws IOException {
            try (var in = zip.getInputStream(entry)) {
                var content = in.readNBytes((int) entry.getSize() + 1);
                var crc = new CRC32();
                crc.update(content);
                if (content.length != entry.getSize() || crc.getValue() != entry.getCrc()) {
                    throw new IOException("content is damaged");
                }
                return content;
            }
        }
    }

    private record Length(
            @Nullable Double seconds, @Nullable Integer pages) {

        static final Length NONE = new Length(null, null);
    }
}
