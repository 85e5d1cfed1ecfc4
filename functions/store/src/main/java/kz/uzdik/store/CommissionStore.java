package kz.uzdik.store;

import static kz.uzdik.store.Tables.s;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.json.Json;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The commissions as the agency recorded them. A change is a further version; the latest holds, all are kept. */
public final class CommissionStore {

    private final Tables tables;
    private final Facts facts;

    public CommissionStore(Tables tables) {
        this.tables = tables;
        this.facts = new Facts(tables);
    }

    /**
     * Records {@code commission}, unless it is the one that holds already; says whether it was new.
     *
     * @param by subject of the token of who recorded it
     */
    public boolean record(Commission commission, String by, Instant at) {
        while (true) {
            var latest = latest(commission.scope());
            if (latest.isPresent() && latest.get().commission().equals(commission)) {
                return false;
            }
            if (put(commission, latest.map(Version::number).orElse(0) + 1, by, at)) {
                return true;
            }
        }
    }

    /** The commission of {@code scope}, if one is recorded. */
    public Optional<Commission> of(String scope) {
        return latest(scope).map(Version::commission);
    }

    /** All commissions, in order of their scopes. */
    public List<Commission> all() {
        var byScope = new TreeMap<String, Commission>();
        versions("").forEach(version -> byScope.put(version.commission().scope(), version.commission()));
        return List.copyOf(byScope.values());
    }

    private record Version(int number, Commission commission) {}

    private Optional<Version> latest(String scope) {
        return versions(scope + "#").reduce((earlier, later) -> later);
    }

    private Stream<Version> versions(String prefix) {
        return facts.read(JuryKeys.COMMISSIONS, prefix).stream().map(CommissionStore::version);
    }

    private static Version version(Facts.Fact fact) {
        var number = fact.sk().substring(fact.sk().lastIndexOf('#') + 1);
        return new Version(Integer.parseInt(number), fact.as(Commission.class));
    }

    private boolean put(Commission commission, int number, String by, Instant at) {
        var item = new HashMap<>(JuryKeys.commission(commission.scope(), number));
        item.put("fact", s(Json.write(commission)));
        item.put("by", s(by));
        item.put("at", s(at.toString()));
        try {
            tables.client()
                    .putItem(r ->
                            r.tableName(tables.contest()).item(item).conditionExpression("attribute_not_exists(pk)"));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }
}
