package kz.uzdik.dossier;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.dossier.ArchiveContents;
import kz.uzdik.contest.dossier.ArchiveParts;
import kz.uzdik.contest.dossier.Eligibility;
import kz.uzdik.contest.dossier.Finding;
import kz.uzdik.contest.dossier.Proposal;
import kz.uzdik.contest.dossier.Statement;
import kz.uzdik.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The check of §10 without any cloud, at any later time: the same reading and the same rules on an archive that lies on
 * this machine. Only whether the documents' IIN is the registered one cannot be asked without the contest's key; where
 * all else is as recorded, what was recorded of that holds.
 */
public final class OfflineCheck {

    private OfflineCheck() {}

    /**
     * What came of it.
     *
     * @param contest id of the edition
     * @param definitionVersion the definition's version it was judged by
     * @param bytes the archive's size
     * @param sha256 of the archive as one file, 64 lower-case hexadecimal digits
     * @param partsSha256 of its parts, as it is registered
     * @param sameArchive whether it is the archive that was registered; null without a registration
     * @param sameFindings whether these are the findings that were recorded; null where none were
     * @param admit whether every rule asked is met and nothing differs from the record
     */
    public record Outcome(
            String contest,
            int definitionVersion,
            long bytes,
            String sha256,
            String partsSha256,
            @Nullable Boolean sameArchive,
            @Nullable Boolean sameFindings,
            boolean admit,
            ArchiveContents contents,
            List<Finding> findings) {
        public Outcome {
            findings = List.copyOf(findings);
        }
    }

    /**
     * Checks the archive in {@code file}.
     *
     * @param dossier what {@code GET /v1/dossiers/{dossier}} answered, for the rules on the person and to be compared
     *     with; null to judge the archive alone
     * @param items which file is which item, where the check cannot tell or is wrong: path → the item's id, or nothing for
     *     none of them; goes before what {@code dossier} says that secretaries said
     * @throws IllegalArgumentException where {@code dossier} is no such answer
     */
    public static Outcome of(
            ContestDefinition definition, Path file, @Nullable String dossier, Map<String, String> items)
            throws IOException {
        var record = dossier == null ? null : Recorded.of(dossier);
        try (var archive = FileChannel.open(file)) {
            var bytes = archive.size();
            var hashes = Hashes.of(archive);
            var said = record == null ? new TreeMap<String, String>() : new TreeMap<>(record.said());
            said.putAll(items);
            var contents = new ArchiveReader(definition.intake()).read(archive, said);
            var findings = Eligibility.findings(
                    definition, record == null ? null : record.registration.registration(), contents, null);
            var sameArchive = record == null
                    ? null
                    : record.registration.sha256().equals(hashes.parts().sha256());
            var recorded = record == null || record.proposal == null ? null : record.proposal.findings();
            var sameFindings = recorded == null ? null : judgedHere(recorded).equals(findings);
            var all = recorded != null && Boolean.TRUE.equals(sameFindings) ? recorded : findings;
            return new Outcome(
                    definition.id(),
                    definition.version(),
                    bytes,
                    hashes.whole(),
                    hashes.parts().sha256(),
                    sameArchive,
                    sameFindings,
                    all.stream().allMatch(Finding::met)
                            && !Boolean.FALSE.equals(sameArchive)
                            && !Boolean.FALSE.equals(sameFindings),
                    withoutForms(contents),
                    all);
        }
    }

    /** The IIN registered is known by its keyed hash alone: whether it is the documents' own stands in the record. */
    private static List<Finding> judgedHere(List<Finding> recorded) {
        return recorded.stream()
                .filter(finding -> !finding.rule().equals(Eligibility.BY_KEY))
                .toList();
    }

    private static ArchiveContents withoutForms(ArchiveContents contents) {
        return new ArchiveContents(
                contents.files().stream()
                        .map(ArchiveContents.FileFound::withoutForm)
                        .toList(),
                contents.problems());
    }

    /**
     * An archive's hashes.
     *
     * @param whole SHA-256 of all of it
     */
    private record Hashes(String whole, ArchiveParts parts) {

        static Hashes of(SeekableByteChannel archive) throws IOException {
            try {
                var whole = MessageDigest.getInstance("SHA-256");
                var part = MessageDigest.getInstance("SHA-256");
                var parts = new ArrayList<String>();
                var block = ByteBuffer.allocate(ArchiveParts.BYTES);
                archive.position(0);
                while (filled(block.clear(), archive)) {
                    whole.update(block.array(), 0, block.position());
                    part.update(block.array(), 0, block.position());
                    parts.add(HexFormat.of().formatHex(part.digest()));
                }
                return new Hashes(HexFormat.of().formatHex(whole.digest()), new ArchiveParts(parts));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("SHA-256 is part of every JDK", e);
            }
        }

        private static boolean filled(ByteBuffer block, SeekableByteChannel archive) throws IOException {
            while (block.hasRemaining() && archive.read(block) >= 0) {
                // a channel may give less than asked for
            }
            return block.position() > 0;
        }
    }

    /** What the record says of a dossier; a record of before there were statements has none. */
    private record Recorded(
            Looking.Registered registration, @Nullable Proposal proposal, List<Statement> statements) {

        Map<String, String> said() {
            return Statement.holding(statements, registration.version());
        }

        static Recorded of(String dossier) {
            try {
                var tree = Json.tree(dossier);
                var proposal = tree.path("proposal");
                var statements = new ArrayList<Statement>();
                for (var statement : tree.path("statements")) {
                    statements.add(Json.read(statement.toString(), Statement.class));
                }
                return new Recorded(
                        Json.read(tree.path("registration").toString(), Looking.Registered.class),
                        proposal.isObject() ? Json.read(proposal.toString(), Proposal.class) : null,
                        statements);
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("no dossier as GET /v1/dossiers/{dossier} answers it", e);
            }
        }
    }
}
