package kz.uzdik.host.rehearsal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import kz.uzdik.contest.vote.Altcha;
import kz.uzdik.host.rehearsal.Doors.Answer;
import kz.uzdik.json.Json;

/** Asks for residents' codes as their browsers do: takes a challenge, solves it, sends it along. */
public final class CodeAsker {

    private final Doors doors;
    private final String path;

    CodeAsker(Doors doors, String survey) {
        this.doors = doors;
        this.path = "/v1/surveys/" + survey;
    }

    /** Asks for a code, from an address of the resident's own; gives the answer. */
    Answer ask(String iin, String contact) {
        var from = doors.from(address(contact));
        var challenge = Json.MAPPER.convertValue(
                from.get(path + "/challenge", null).orFail(200).body(), Altcha.Challenge.class);
        return from.post(path + "/codes", null, Map.of("iin", iin, "contact", contact, "altcha", solve(challenge)));
    }

    /** The solution as ALTCHA's widget sends it. */
    public static String solve(Altcha.Challenge challenge) {
        var meant = HexFormat.of().parseHex(challenge.challenge());
        for (long number = 0; number <= challenge.maxnumber(); number++) {
            var tried = (challenge.salt() + number).getBytes(StandardCharsets.UTF_8);
            if (MessageDigest.isEqual(meant, sha256(tried))) {
                var solution = new Altcha.Solution(
                        challenge.algorithm(), challenge.challenge(), number, challenge.salt(), challenge.signature());
                return Base64.getEncoder().encodeToString(Json.write(solution).getBytes(StandardCharsets.UTF_8));
            }
        }
        throw new IllegalStateException("no number solves " + challenge);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private static String address(String contact) {
        int bits = contact.hashCode();
        return "10." + (bits >>> 16 & 255) + '.' + (bits >>> 8 & 255) + '.' + (bits & 255);
    }
}
