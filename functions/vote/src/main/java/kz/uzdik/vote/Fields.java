package kz.uzdik.vote;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import kz.uzdik.contest.vote.Contact;
import kz.uzdik.contest.vote.Iin;
import kz.uzdik.http.ProblemException;

/** Fields that several requests have, read or refused. */
final class Fields {

    private Fields() {}

    /** The twelve digits of {@code typed}, of a person born by {@code now}, to the day. */
    static String iin(String typed, Instant now) {
        return switch (Iin.parse(typed, LocalDate.ofInstant(now, ZoneOffset.UTC))) {
            case Iin.Valid valid -> valid.digits();
            case Iin.Invalid invalid -> throw new ProblemException(VoteProblems.iinInvalid(invalid.reason()));
        };
    }

    /** The e-mail address that {@code typed} is. */
    static Contact contact(String typed) {
        return Contact.read(typed).orElseThrow(() -> new ProblemException(VoteProblems.contactInvalid()));
    }

    /** The okrug, nine digits of KATO, whose akim {@code candidate} is: the dossier's id is made from it. */
    static String okrug(String candidate) {
        return candidate.substring(candidate.indexOf('-') + 1);
    }
}
