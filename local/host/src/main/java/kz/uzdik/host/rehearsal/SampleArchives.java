package kz.uzdik.host.rehearsal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Places;
import kz.uzdik.contest.dossier.ArchiveParts;
import kz.uzdik.samples.Damage;
import kz.uzdik.samples.FormFacts;
import kz.uzdik.samples.Item;
import kz.uzdik.samples.SampleDossier;

/** The archives that secretaries upload: real documents and a film, flawed where the script wants it. */
final class SampleArchives {

    private final long seed;
    private final Places places;
    private final ContestDefinition definition;

    SampleArchives(Script script) {
        this.seed = script.seed();
        this.definition = script.definition();
        this.places = Places.of(definition);
    }

    /** An archive. */
    @SuppressWarnings("ArrayRecordComponent") // made, sent and forgotten; never compared
    record Made(byte[] bytes, ArchiveParts parts) {

        /** The part {@code number}, from 1. */
        byte[] part(int number) {
            int from = (number - 1) * ArchiveParts.BYTES;
            return Arrays.copyOfRange(bytes, from, from + (int) ArchiveParts.size(bytes.length, number));
        }
    }

    Made of(Nominee akim) {
        var okrug = places.okrug(akim.okrug()).orElseThrow().name().kk();
        var good = SampleDossier.good(seed ^ akim.okrug().hashCode(), akim.name(), okrug)
                .filled(facts(akim));
        var flaw = akim.flaw();
        var dossier = flaw == null
                ? good
                : switch (flaw) {
                    case VIDEO_TOO_LONG -> good.withVideo(SampleDossier.TOO_LONG);
                    case DOCUMENT_MISSING -> good.without(Item.INDICATORS);
                    case NOT_A_ZIP -> good.with(Damage.NOT_A_ZIP);
                    case TOO_SHORT_IN_POST, OUTSTANDING_PENALTY, LATE, FIGURES_OF_ANOTHER_DAY -> good;
                };
        var bytes = dossier.zip();
        var hashes = IntStream.rangeClosed(1, ArchiveParts.count(bytes.length))
                .mapToObj(number -> sha256(bytes, number))
                .toList();
        return new Made(bytes, new ArchiveParts(hashes));
    }

    private FormFacts facts(Nominee akim) {
        var reference = definition.eligibility().referenceDate();
        var facts = new FormFacts(
                definition.intake().documents(),
                akim.iin(),
                akim.okrug(),
                akim.inPostSince(reference),
                akim.nominatorKind(),
                akim.nominatorName(),
                null);
        return akim.flaw() == Nominee.Flaw.FIGURES_OF_ANOTHER_DAY ? facts.ofDay(reference.minusYears(2)) : facts;
    }

    private static String sha256(byte[] bytes, int number) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, (number - 1) * ArchiveParts.BYTES, (int) ArchiveParts.size(bytes.length, number));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
