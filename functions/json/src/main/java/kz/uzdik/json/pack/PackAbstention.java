package kz.uzdik.json.pack;

import java.time.Instant;
import kz.uzdik.contest.jury.Abstention;

/** An abstention as published: without its reason, as recusals are. */
public record PackAbstention(String member, String candidate, Instant at) {
    static PackAbstention of(Abstention abstention) {
        return new PackAbstention(abstention.member(), abstention.candidate(), abstention.at());
    }

    /** The abstention again, its reason left empty. */
    public Abstention abstention(String stage) {
        return new Abstention(stage, member, candidate, "", at);
    }
}
