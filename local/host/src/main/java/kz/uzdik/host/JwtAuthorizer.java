package kz.uzdik.host;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The HTTP API's JWT authorizer: signature, issuer, audience, times, and one of the route's scopes. */
final class JwtAuthorizer {

    /** What the authorizer finds. */
    sealed interface Outcome {

        /** No token, or one that does not hold. */
        record Unknown() implements Outcome {}

        /** A token that holds, without a scope that the route asks for. */
        record Forbidden() implements Outcome {}

        /**
         * A caller who may go on.
         *
         * @param context the event's {@code authorizer}
         */
        record Known(ObjectNode context) implements Outcome {}
    }

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    JwtAuthorizer(JWKSet keys, String issuer, String audience) {
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, new ImmutableJWKSet<>(keys)));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                audience, new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("exp")));
    }

    /** Looks at the header {@code Authorization}. */
    Outcome authorize(@Nullable String header, Set<String> routeScopes) {
        if (header == null || header.isBlank()) {
            return new Outcome.Unknown();
        }
        var token = header.regionMatches(true, 0, "Bearer ", 0, 7) ? header.substring(7) : header;
        try {
            var claims = processor.process(token.strip(), null);
            var scopes = scopes(claims);
            var matching = new TreeSet<>(routeScopes);
            matching.retainAll(scopes);
            if (!routeScopes.isEmpty() && matching.isEmpty()) {
                return new Outcome.Forbidden();
            }
            return new Outcome.Known(context(claims, matching));
        } catch (ParseException | BadJOSEException | JOSEException e) {
            return new Outcome.Unknown();
        }
    }

    private static Set<String> scopes(JWTClaimsSet claims) {
        var claim = claims.getClaim("scope") == null ? claims.getClaim("scp") : claims.getClaim("scope");
        return switch (claim) {
            case String text -> Set.copyOf(new TreeSet<>(List.of(text.strip().split(" +", -1))));
            case Collection<?> list -> list.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
            case null, default -> Set.of();
        };
    }

    /** Claims as words, lists in brackets, as API Gateway passes them on. */
    private static ObjectNode context(JWTClaimsSet claims, Set<String> scopes) {
        var context = HostJson.object();
        var jwt = context.putObject("jwt");
        var words = jwt.putObject("claims");
        claims.toJSONObject()
                .forEach((name, value) -> words.put(
                        name,
                        value instanceof Collection<?> list
                                ? list.stream().map(String::valueOf).collect(Collectors.joining(" ", "[", "]"))
                                : String.valueOf(value)));
        if (scopes.isEmpty()) {
            jwt.putNull("scopes");
        } else {
            jwt.set("scopes", HostJson.of(scopes));
        }
        return context;
    }
}
