package kz.uzdik.contest.vote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymsTest {

    private static final Instant NOW = Instant.parse("2027-03-02T09:04:59Z");

    private final Pseudonyms pseudonyms =
            new Pseudonyms(new KeyedHash("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8)));

    @Test
    void differByPurposeAndHoldNothingOfThePerson() {
        var voter = voter("900101300123", "aidos@example.kz");
        var names = List.of(
                pseudonyms.person(voter.survey(), voter.iin()),
                pseudonyms.contact(voter),
                pseudonyms.tries(voter, NOW),
                pseudonyms.codeMail(voter, NOW));

        assertThat(new HashSet<>(names)).hasSize(4);
        assertThat(names).allMatch(name -> name.matches("[0-9a-f]{64}"));
        assertThat(voter.toString()).doesNotContain("900101300123").doesNotContain("aidos");
    }

    @Test
    void aPersonIsTheSameThroughAnyContactAndAContactForAnyPerson() {
        var one = voter("900101300123", "aidos@example.kz");
        var other = voter("900101300123", "Saule@example.kz");
        var third = voter("900101300999", " SAULE+third@Example.KZ ");

        assertThat(pseudonyms.person(one.survey(), one.iin()))
                .isEqualTo(pseudonyms.person(other.survey(), other.iin()));
        assertThat(pseudonyms.contact(other)).isEqualTo(pseudonyms.contact(third));
        assertThat(pseudonyms.person(other.survey(), other.iin()))
                .isNotEqualTo(pseudonyms.person(third.survey(), third.iin()));
    }

    @Test
    void aNetworkIsTaggedByItsPrefixOnly() {
        assertThat(network("95.56.1.2"))
                .isEqualTo(network("95.56.200.9"))
                .isEqualTo(network("::ffff:95.56.3.4"))
                .isNotEqualTo(network("95.57.1.2"))
                .matches("[0-9a-f]{8}");
        assertThat(network("2a00:1450:4010::1"))
                .isEqualTo(network("2a00:1450:1:2::3"))
                .isNotEqualTo(network("2a00:1451::1"));
        assertThat(network("")).isEqualTo(network("not an address"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "aidos", "@example.kz", "a b@example.kz", "a@b", "a@example.kz,b@example.kz", "a@@b.kz"})
    void aContactIsAnEmailAddress(String typed) {
        assertThat(Contact.read(typed)).isEmpty();
    }

    @Test
    void aReceiptFollowsFromTheBallotsId() {
        assertThat(Receipt.of("0123456789abcdef0123456789abcdef"))
                .isEqualTo("7TRVT-GWS8Z")
                .isNotEqualTo(Receipt.of("0123456789abcdef0123456789abcdee"));
    }

    private String network(String address) {
        return pseudonyms.network("satisfaction", address);
    }

    private static Voter voter(String iin, String contact) {
        return new Voter("satisfaction", iin, Contact.read(contact).orElseThrow());
    }
}
