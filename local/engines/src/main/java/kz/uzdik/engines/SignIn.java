package kz.uzdik.engines;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;

/**
 * An OpenID Connect issuer on this machine, with a sign-in page where people are chosen, not proved. It calls itself
 * by the address at which it is asked, so that it may stand behind the host's own port.
 */
public final class SignIn implements AutoCloseable {

    /** Path of the issuer, and the audience of its tokens where none other is asked for. */
    public static final String ISSUER = "uzdik";

    /** Audience of the tokens of citizens, who are not staff; in the cloud they come from a provider of the state. */
    public static final String CITIZENS = "uzdik-citizen";

    private static final Duration LIFE = Duration.ofHours(12);

    private final OAuth2Config config;
    private final MockOAuth2Server server;
    private final Path page;

    private SignIn(OAuth2Config config, MockOAuth2Server server, Path page) {
        this.config = config;
        this.server = server;
        this.page = page;
    }

    /** Starts it on a free port, with {@code people} to sign in as. */
    public static SignIn start(List<Person> people) {
        try {
            var page = Files.createTempFile("uzdik-sign-in", ".html");
            Files.writeString(page, SignInPage.of(people));
            var settings = LocalHttp.JSON
                    .createObjectNode()
                    .put("interactiveLogin", true)
                    .put("httpServer", "NettyWrapper")
                    .put("loginPagePath", page.toString());
            var config = OAuth2Config.Companion.fromJson(settings.toString());
            var server = new MockOAuth2Server(config);
            server.start(InetAddress.getLoopbackAddress(), 0);
            return new SignIn(config, server, page);
        } catch (IOException e) {
            throw new UncheckedIOException("sign-in did not start", e);
        }
    }

    /** Where it answers. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.baseUrl().port());
    }

    /** The keys that its tokens are signed with. */
    public JWKSet keys() {
        return config.getTokenProvider().publicJwkSet(ISSUER);
    }

    /**
     * A token for {@code person}, as though they had signed in.
     *
     * @param issuer address by which the host knows this issuer
     */
    public String token(Person person, String issuer, String audience) {
        var claims = new HashMap<>(person.claims());
        claims.put("sub", person.id());
        claims.put("iss", issuer);
        claims.put("aud", audience);
        return config.getTokenProvider().jwt(claims, LIFE, ISSUER).serialize();
    }

    @Override
    public void close() {
        server.shutdown();
        try {
            Files.deleteIfExists(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
