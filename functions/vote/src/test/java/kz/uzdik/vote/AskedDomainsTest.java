package kz.uzdik.vote;

import static kz.uzdik.vote.Residents.CODES;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.uzdik.contest.vote.VotingCode;
import kz.uzdik.store.AskedDomains;
import kz.uzdik.store.Tables;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is kept of the address that a code is asked for: its domain, sealed, and counted in the end. */
class AskedDomainsTest {

    private final Residents residents = new Residents();
    private final String domain = UUID.randomUUID() + ".example";

    @Test
    void everyCodeThatIsSentIsCountedOnce() {
        var asking = residents.asking(residents.iin(), "a@" + domain);
        ask(asking, 202);
        ask(asking, 202);
        ask(residents.asking(residents.iin(), "b@" + domain), 202);
        var proof = residents.asking(residents.iin(), "c@" + domain);
        ask(proof, 202);
        ask(Map.of("iin", residents.iin(), "contact", "d@" + domain, "altcha", proof.getOrDefault("altcha", "")), 409);

        assertThat(count()).containsEntry(domain, 3L);

        residents.now.set(Residents.OPEN.plus(VotingCode.VALID));
        ask(residents.asking(residents.iin(), "a@" + domain), 202);
        assertThat(count()).containsEntry(domain, 4L);
    }

    /** No item grows, none is like another, and none says when it came or what it holds. */
    @Test
    void whoReadsTheTableLearnsNothingOfAnItem() {
        var before = names(items());
        ask(residents.asking(residents.iin(), "a@" + domain), 202);
        ask(residents.asking(residents.iin(), "b@" + domain), 202);
        ask(residents.asking(residents.iin(), "c@" + "long.".repeat(40) + domain), 202);
        var added = new ArrayList<>(items());
        added.removeIf(item -> before.contains(name(item)));

        assertThat(added).hasSize(3);
        assertThat(added).allSatisfy(item -> {
            assertThat(item).containsOnlyKeys("pk", "sk", "sealed", "expires");
            assertThat(item.toString()).doesNotContain(domain);
        });
        assertThat(added.stream().map(item -> item.get("sealed").b().asByteArray().length))
                .containsOnly(added.getFirst().get("sealed").b().asByteArray().length);
        assertThat(added.stream().map(item -> item.get("sealed")).distinct()).hasSize(3);
        assertThat(added.stream().map(item -> item.get("expires")).distinct()).hasSize(1);
        assertThat(names(items())).containsAll(before);
    }

    private void ask(Map<String, Object> body, int status) {
        var answer = residents.send(CODES, new HashMap<>(body));
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(status);
    }

    private Map<String, Long> count() {
        return new AskedDomains(Tables.of(residents.wiring), () -> residents.hash, residents.wiring.random())
                .count(Residents.SURVEY);
    }

    private List<Map<String, AttributeValue>> items() {
        var tables = Tables.of(residents.wiring);
        return tables.client().scanPaginator(r -> r.tableName(tables.contest())).items().stream()
                .filter(item -> item.get("pk").s().startsWith("ASKED#"))
                .toList();
    }

    private static List<String> names(List<Map<String, AttributeValue>> items) {
        return items.stream().map(AskedDomainsTest::name).collect(Collectors.toList());
    }

    private static String name(Map<String, AttributeValue> item) {
        return item.get("pk").s() + " " + item.get("sk").s();
    }
}
