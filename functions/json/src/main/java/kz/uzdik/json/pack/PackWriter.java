package kz.uzdik.json.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kz.uzdik.contest.ranking.SheetPoints;
import kz.uzdik.contest.ranking.ShownMembers;
import kz.uzdik.json.Json;

/**
 * Writes the evidence pack: a ZIP whose bytes depend on the facts alone. Entries are sorted, carry one fixed time and
 * are stored as they are, since compressed bytes differ between versions of zlib. The contents are made twice, once
 * to be hashed and once to be written, so that no file is held in memory for its size.
 */
public final class PackWriter {
    private static final LocalDateTime FIXED_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private PackWriter() {}

    /** Writes the pack of {@code pack} to {@code out}, which is left open. */
    public static void write(PackFacts pack, OutputStream out) throws IOException {
        var files = new TreeMap<String, Measured>();
        for (var content : contents(pack).entrySet()) {
            files.put(content.getKey(), Measured.of(content.getValue()));
        }
        var manifest = Json.writeCanonical(manifest(pack, files));
        files.put(PackFiles.MANIFEST, Measured.of(to -> to.write(manifest)));
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setMethod(ZipOutputStream.STORED);
        for (var file : files.entrySet()) {
            zip.putNextEntry(entry(file.getKey(), file.getValue()));
            file.getValue().content().writeTo(zip);
            zip.closeEntry();
        }
        zip.finish();
    }

    private static SortedMap<String, Content> contents(PackFacts pack) {
        var shown = ShownMembers.of(pack.definition(), pack.facts(), pack.minutes());
        var facts = shown.facts().canonical();
        var contents = new TreeMap<String, Content>();
        json(contents, PackFiles.DEFINITION, pack.definition());
        json(contents, PackFiles.DECISIONS, PackDecision.of(pack.decisions()));
        json(contents, PackFiles.PARTICIPANTS, facts.participants());
        json(
                contents,
                PackFiles.COMMISSIONS,
                facts.commissions().stream().map(PackCommission::of).toList());
        json(contents, PackFiles.SHEETS, facts.sheets());
        json(
                contents,
                PackFiles.RECUSALS,
                facts.recusals().stream().map(PackRecusal::of).toList());
        json(
                contents,
                PackFiles.ABSTENTIONS,
                facts.abstentions().stream().map(PackAbstention::of).toList());
        json(contents, PackFiles.CASTING_VOTES, facts.castingVotes());
        json(contents, PackFiles.SEALS, PackSeal.of(facts, shown.minutes()));
        json(contents, PackFiles.SITTINGS, shown.minutes().sittings());
        json(contents, PackFiles.EARLIER, EarlierRatings.inOrder(pack.definition(), pack.earlier()));
        json(contents, PackFiles.ANNULMENTS, PackAnnulment.inOrder(pack.annulments()));
        json(contents, PackFiles.PAPER, PackPaper.inOrder(pack.paper()));
        json(contents, PackFiles.TALLIES, SmallGroups.withoutAnswers(pack.definition(), facts));
        json(contents, PackFiles.RATING, pack.rating());
        json(contents, PackFiles.SHEET_POINTS, SheetPoints.of(facts));
        for (var protocol : pack.protocols()) {
            contents.put("protocol-" + protocol.language() + ".html", out -> out.write(protocol.html()));
            contents.put("protocol-" + protocol.language() + ".pdf", out -> out.write(protocol.pdf()));
        }
        for (var ballots : pack.ballots()) {
            contents.put(PackFiles.answers(ballots.survey()), lines(ballots::writeAnswers));
            contents.put(PackFiles.receipts(ballots.survey()), lines(ballots::writeReceipts));
        }
        return contents;
    }

    private static Manifest manifest(PackFacts pack, SortedMap<String, Measured> files) {
        return new Manifest(
                Manifest.FORMAT,
                pack.definition().id(),
                pack.definition().version(),
                pack.facts().stage(),
                pack.number(),
                pack.announcedAt(),
                pack.corrects(),
                files.entrySet().stream()
                        .map(file -> new Manifest.FileHash(
                                file.getKey(),
                                file.getValue().bytes(),
                                file.getValue().sha256()))
                        .toList());
    }

    private static ZipEntry entry(String name, Measured file) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(FIXED_TIME);
        entry.setSize(file.bytes());
        entry.setCompressedSize(file.bytes());
        entry.setCrc(file.crc());
        return entry;
    }

    private static void json(SortedMap<String, Content> contents, String name, Object value) {
        contents.put(name, to -> to.write(Json.writeCanonical(value)));
    }

    private static Content lines(Lines lines) {
        return to -> {
            var writer = new OutputStreamWriter(to, StandardCharsets.UTF_8);
            lines.writeTo(writer);
            writer.flush();
        };
    }

    /** The contents of one file, the same each time it is asked for. */
    private interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private interface Lines {
        void writeTo(Writer out) throws IOException;
    }

    private record Measured(Content content, long bytes, long crc, String sha256) {
        static Measured of(Content content) throws IOException {
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                var counter = new Counter();
                var checked = new CheckedOutputStream(new DigestOutputStream(counter, digest), new CRC32());
                content.writeTo(checked);
                return new Measured(
                        content,
                        counter.bytes,
                        checked.getChecksum().getValue(),
                        HexFormat.of().formatHex(digest.digest()));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("SHA-256 is part of every JDK", e);
            }
        }
    }

    private static final class Counter extends OutputStream {
        private long bytes;

        @Override
        public void write(int value) {
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            bytes += length;
        }
    }
}
