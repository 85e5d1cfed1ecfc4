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
 */
public record Person(
        String id,
        String name,
        String email,
        String group,
        String scope,
        @Nullable String region) {

    /** What the token says of them besides the subject, and whom it is for. */
    Map<String, Object> claims() {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("aud", SignIn.ISSUER);
        claims.put("name", name);
        claims.put("email", email);
        claims.put("scope", scope);
        if (region != null) {
            claims.put("uzdik_scope", region);
        }
        return claims;
    }
}
