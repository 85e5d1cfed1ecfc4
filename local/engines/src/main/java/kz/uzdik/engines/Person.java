package kz.uzdik.engines;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in on this machine without a password.
 *
 * @param id the token's subject
 * @param group heading under which the sign-in page lists them
 * @param scope the token's scopes, separated by spaces, for example {@code uzdik/member uzdik/chair}
 * @param region KATO of their oblast or {@code republic}; null if they have none
 * @param iin a citizen's twelve digits, in the token as {@code iin}; null for staff
 */
public record Person(
        String id,
        String name,
        String email,
        String group,
        String scope,
        @Nullable String region,
        @Nullable String iin) {

    /** One of the staff. */
    public Person(String id, String name, String email, String group, String scope, @Nullable String region) {
        this(id, name, email, group, scope, region, null);
    }

    /** Somebody who is not of the staff, as a provider of the state would sign them in. */
    public static Person citizen(String id, String name, String group, String iin) {
        return new Person(id, name, "", group, "", null, iin);
    }

    /** Whom their token is for. */
    public String audience() {
        return iin == null ? SignIn.ISSUER : SignIn.CITIZENS;
    }

    /** What the token says of them besides the subject, and whom it is for. */
    Map<String, Object> claims() {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("aud", audience());
        claims.put("name", name);
        claims.put("email", email);
        claims.put("scope", scope);
        if (iin != null) {
            claims.put("iin", iin);
        }
        if (region != null) {
            claims.put("uzdik_scope", region);
        }
        return claims;
    }
}
