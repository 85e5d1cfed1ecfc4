package kz.uzdik.json.pack;

import java.time.Instant;
import kz.uzdik.contest.jury.Recusal;

/** A recusal as published: without its reason, which may be a family's affair. */
public record PackRecusal(String member, String candidate, Instant at) {
    static PackRecusal of(Recusal recusal) {
        return new PackRecusal(recusal.member(), recusal.candidate(), recusal.at());
    }

    /** The recusal again, its reason left empty. */
    public Recusal recusal(String stage) {
        return new Recusal(stage, member, candidate, "", at);
    }
}
