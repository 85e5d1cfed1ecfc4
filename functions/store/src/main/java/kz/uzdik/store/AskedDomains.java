package kz.uzdik.store;

import static kz.uzdik.store.Tables.attribute;
import static kz.uzdik.store.Tables.n;
import static kz.uzdik.store.Tables.s;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import kz.uzdik.contest.vote.KeyedHash;
import kz.uzdik.contest.vote.Seal;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The mail domains that codes of a survey were asked for: each by itself, sealed, under a name drawn by lot, so that
 * who holds the table sees nothing grow and no two that are alike. They are opened all together, once nobody votes any more.
 */
public final class AskedDomains {

    private static final String PREFIX = "ASKED#";
    private static final String SEALED = "sealed";
    private static final HexFormat HEX = HexFormat.of();

    /** Partitions of one survey, one for each first digit of a name. */
    private static final int PARTITIONS = 16;

    private static final int NAME = 16;

    /** Longer than any mail domain, so that all are sealed equally long. */
    private static final int LONGEST_DOMAIN = 256;

    private final Tables tables;
    private final Supplier<KeyedHash> key;
    private final RandomGenerator random;

    /**
     * Takes the tables.
     *
     * @param key the contest's, which the domains are sealed under; asked for when it is needed
     * @param random draws names; must be a secure source outside tests
     */
    public AskedDomains(Tables tables, Supplier<KeyedHash> key, RandomGenerator random) {
        this.tables = tables;
        this.key = key;
        this.random = random;
    }

    /**
     * What is kept of a code that is asked for.
     *
     * @param domain of the address that the code is sent to
     * @param stays how long it is kept: the same for all
     */
    public record Asked(String survey, String domain, Instant stays) {

        /** Hides the domain, so that it is never logged by accident. */
        @Override
        public String toString() {
            return "Asked[" + survey + "]";
        }
    }

    /** {@code asked} as part of a transaction. */
    TransactWriteItem put(Asked asked) {
        var drawn = new byte[NAME];
        random.nextBytes(drawn);
        var name = HEX.formatHex(drawn);
        var sealed = seal().close(asked.domain().getBytes(StandardCharsets.UTF_8), about(asked.survey(), name));
        return TransactWriteItem.builder()
                .put(put -> put.tableName(tables.contest())
                        .item(Map.of(
                                "pk",
                                s(partition(asked.survey(), name.substring(0, 1))),
                                "sk",
                                s(name),
                                SEALED,
                                AttributeValue.fromB(SdkBytes.fromByteArray(sealed)),
                                "expires",
                                n(asked.stays().getEpochSecond()))))
                .build();
    }

    /** Domain → how many codes of {@code survey} were asked for. Holds no more than the domains in memory. */
    public Map<String, Long> count(String survey) {
        var seal = seal();
        var counts = new TreeMap<String, Long>();
        for (int i = 0; i < PARTITIONS; i++) {
            var partition = partition(survey, Integer.toHexString(i));
            var pages = tables.client()
                    .queryPaginator(r -> r.tableName(tables.contest())
                            .keyConditionExpression("pk = :pk")
                            .expressionAttributeValues(Map.of(":pk", s(partition))));
            for (var item : pages.items()) {
                var sealed = attribute(item, SEALED).b().asByteArray();
                var name = attribute(item, "sk").s();
                counts.merge(new String(seal.open(sealed, about(survey, name)), StandardCharsets.UTF_8), 1L, Long::sum);
            }
        }
        return Collections.unmodifiableMap(counts);
    }

    private Seal seal() {
        return new Seal(key.get(), "asked-domain", LONGEST_DOMAIN, random);
    }

    private static String partition(String survey, String digit) {
        return PREFIX + survey + "#" + digit;
    }

    private static String about(String survey, String name) {
        return survey + " " + name;
    }
}
