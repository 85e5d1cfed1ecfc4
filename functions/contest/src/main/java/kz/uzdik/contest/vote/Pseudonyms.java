package kz.uzdik.contest.vote;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import kz.uzdik.contest.definition.ContestDefinition;

/** The names under which a voter leaves traces: keyed hashes, one for each purpose, none to be compared with another. */
public final class Pseudonyms {

    private static final int NETWORK_DIGITS = 8;
    private static final Duration STAY = Duration.ofDays(30);
    private static final long SECONDS_PER_HOUR = 3600;

    private final KeyedHash hash;

    public Pseudonyms(KeyedHash hash) {
        this.hash = hash;
    }

    /** When pseudonyms may go: thirty days after the contest's last day, for all at once. */
    public static Instant stayUntil(ContestDefinition definition) {
        return definition
                .calendar()
                .republicanUntil()
                .atZone(definition.zone())
                .toInstant()
                .plus(STAY);
    }

    /** The key that makes one vote per person and survey. */
    public String person(String survey, String iin) {
        return hash.hex("voter", survey, iin);
    }

    /** The key under which a roll has a person as a resident of {@code okrug}, nine digits of KATO. */
    public String resident(String survey, String okrug, String iin) {
        return hash.hex("resident", survey, okrug, iin);
    }

    /** The key under which the persons who voted through a contact are counted. */
    public String contact(Voter voter) {
        return hash.hex("contact", voter.survey(), voter.contact().mailbox());
    }

    /** The key under which wrong codes are counted in the five minutes of {@code now}. */
    public String tries(Voter voter, Instant now) {
        return hash.hex("tries", voter.survey(), voter.iin(), voter.contact().address(), slot(now));
    }

    /** What the mail that brings a code is known by: the same in the five minutes of {@code now}. */
    public String codeMail(Voter voter, Instant now) {
        return hash.hex(
                "code-mail", voter.survey(), voter.iin(), voter.contact().address(), slot(now));
    }

    /**
     * A coarse tag of the network that {@code address} belongs to, its first 16 bits in IPv4 and 32 in IPv6: enough to
     * see that many ballots came from one place, too little to tell a household.
     */
    public String network(String survey, String address) {
        return hash.hex("network", survey, prefix(address, 2, 4)).substring(0, NETWORK_DIGITS);
    }

    /**
     * The key under which the challenges of a neighbourhood are counted in the hour of {@code now}: the first 24 bits
     * of {@code address} in IPv4, 48 in IPv6, as providers hand them out.
     */
    public String asking(String address, Instant now) {
        return hash.hex(
                "asking", prefix(address, 3, 6), Long.toString(Math.floorDiv(now.getEpochSecond(), SECONDS_PER_HOUR)));
    }

    /** The key under which codes asked for by plain forms are counted: of the same neighbourhood and hour. */
    public String askingByForm(String survey, String address, Instant now) {
        return hash.hex(
                "asking-by-form",
                survey,
                prefix(address, 3, 6),
                Long.toString(Math.floorDiv(now.getEpochSecond(), SECONDS_PER_HOUR)));
    }

    /** The key that makes a solved challenge count once. */
    public String spent(String challenge) {
        return hash.hex("spent", challenge);
    }

    private static String prefix(String address, int ofIpv4, int ofIpv6) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, bytes.length == 4 ? ofIpv4 : ofIpv6));
        } catch (IllegalArgumentException e) {
            return "unknown";
        }
    }

    private static String slot(Instant now) {
        return Long.toString(VotingCode.slot(now));
    }
}
