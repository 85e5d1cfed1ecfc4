package kz.uzdik.store;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came back of the mails, by dossier, and the addresses that get none any more. Each fact is put once; addresses lie
 * there as hashes. Of mails whose recipient is a secret nothing is kept.
 */
public final class ReturnStore {

    private final Facts facts;
    private final Tables tables;

    public ReturnStore(Tables tables) {
        this.facts = new Facts(tables);
        this.tables = tables;
    }

    /** What became of the mail {@code mail} to {@code address}; of one that is about no dossier the address alone counts. */
    public void record(String mail, String address, Returned.What what, String reason, Instant at) {
        if (what.closesAddress()) {
            facts.put(addressPk(address), "CLOSED", Map.of("what", what, "at", at), List.of());
        }
        AboutDossier.of(mail)
                .map(id -> new Returned(id.dossier(), mail, id.recipient(), id.kind(), what, reason, at))
                .ifPresent(returned -> facts.put(
                        pk(returned.dossier().substring(2)),
                        returned.dossier() + "#" + mail + "#" + what,
                        returned,
                        List.of()));
    }

    /** Whether {@code address} gets no mail any more. */
    public boolean isClosed(String address) {
        return tables.client()
                .getItem(r -> r.tableName(tables.contest())
                        .key(Tables.key(addressPk(address), "CLOSED"))
                        .consistentRead(true))
                .hasItem();
    }

    /** What came back of the mails about {@code dossier}. */
    public List<Returned> of(String dossier) {
        return read(dossier.substring(2), dossier + "#");
    }

    /** What came back in an oblast. {@code kato}: nine digits, of which the first two count. */
    public List<Returned> ofOblast(String kato) {
        return read(kato, "");
    }

    private List<Returned> read(String kato, String prefix) {
        return facts.read(pk(kato), prefix).stream()
                .map(fact -> fact.as(Returned.class))
                .toList();
    }

    private static String pk(String kato) {
        return "RETURNED#" + kato.substring(0, 2);
    }

    private static String addressPk(String address) {
        var written = address.strip().toLowerCase(Locale.ROOT);
        return "ADDRESS#" + Content.sha256(written.getBytes(StandardCharsets.UTF_8));
    }
}
