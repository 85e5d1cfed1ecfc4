package kz.uzdik.store;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * An e-mail to be sent, as a fact in the outbox.
 *
 * @param id the same event gives the same id, and so one mail: {@code <kind>/<what it is about>/<recipient>}, the
 *     recipient as any stable word that is not the address
 * @param kind name of the mail's template, for example {@code dossier-registered}
 * @param to the recipient's address
 * @param values what the template needs, by name; never an IIN
 */
public record OutgoingMail(String id, String kind, String to, Map<String, String> values) {
    public OutgoingMail {
        values = Collections.unmodifiableMap(new TreeMap<>(values));
    }
}
