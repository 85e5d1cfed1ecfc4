package kz.uzdik.contest.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.uzdik.contest.vote.Iin;
import kz.uzdik.contest.vote.KeyedHash;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as registered: what counts for the deadline, before a byte of the archive is sent (§9).
 *
 * @param dossier id, {@code d-<okrug's KATO>}: one dossier per akim, and its oblast can be read off it
 * @param version 1 or more; a new one replaces nothing, all are kept
 * @param iinHash keyed hash of the candidate's IIN, 64 hexadecimal digits
 * @param bytes size of the archive
 * @param sha256 of the archive's parts ({@link ArchiveParts#sha256}), 64 lower-case hexadecimal digits
 * @param registeredBy subject of the secretary's token
 */
public record Registration(
        String dossier,
        int version,
        String okrug,
        String candidateName,
        String candidateEmail,
        String iinHash,
        NominatorKind nominatorKind,
        String nominatorName,
        String nominatorEmail,
        List<Term> service,
        List<Penalty> penalties,
        long bytes,
        String sha256,
        String registeredBy,
        String secretaryEmail,
        Instant registeredAt) {
    public Registration {
        service = List.copyOf(service);
        penalties = List.copyOf(penalties);
    }

    /** The keyed hash by which the IIN of a candidate of {@code contest} is known. */
    public static String iinHash(KeyedHash key, String contest, Iin.Valid iin) {
        return key.hex("candidate", contest, iin.digits());
    }

    /**
     * What this version says otherwise than {@code earlier}, a version of the same dossier: names of this record's
     * components, in their order; {@code sha256} where the archive is another.
     */
    public List<String> changedFrom(Registration earlier) {
        var changed = new ArrayList<String>();
        note(changed, "candidateName", candidateName, earlier.candidateName);
        note(changed, "candidateEmail", candidateEmail, earlier.candidateEmail);
        note(changed, "iinHash", iinHash, earlier.iinHash);
        note(changed, "nominatorKind", nominatorKind, earlier.nominatorKind);
        note(changed, "nominatorName", nominatorName, earlier.nominatorName);
        note(changed, "nominatorEmail", nominatorEmail, earlier.nominatorEmail);
        note(changed, "service", service, earlier.service);
        note(changed, "penalties", penalties, earlier.penalties);
        note(changed, "sha256", sha256, earlier.sha256);
        return changed;
    }

    private static void note(List<String> changed, String name, Object now, Object before) {
        if (!now.equals(before)) {
            changed.add(name);
        }
    }

    /**
     * A term in the post of akim.
     *
     * @param until last day; null while still in post
     */
    public record Term(LocalDate from, @Nullable LocalDate until) {}

    /**
     * A penalty.
     *
     * @param lifted day from which it no longer stands; null while outstanding
     */
    public record Penalty(
            Kind kind, LocalDate imposed, @Nullable LocalDate lifted) {

        /** The kinds of penalty that §6 names. */
        public enum Kind {
            ADMINISTRATIVE,
            DISCIPLINARY
        }
    }
}
