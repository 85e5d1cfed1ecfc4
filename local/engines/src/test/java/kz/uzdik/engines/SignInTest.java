package kz.uzdik.engines;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class SignInTest {

    private static final Person SECRETARY = new Person(
            "secretary-110000000",
            "Ақмола облысы: хатшы",
            "secretary-110000000@uzdik.example",
            "Ақмола облысы",
            "uzdik/secretary",
            "110000000");

    @Test
    void signsInThroughTheBrowser() throws Exception {
        try (var signIn = SignIn.start(List.of(SECRETARY));
                var client = HttpClient.newHttpClient()) {
            var authorize = signIn.endpoint()
                    .resolve("/uzdik/authorize?response_type=code&client_id=uzdik&state=s&nonce=n"
                            + "&redirect_uri=http%3A%2F%2Flocalhost%2Fsecretary.html&scope=openid%20uzdik");
            var page = send(client, HttpRequest.newBuilder(authorize).build());
            assertThat(page.body()).contains("Ақмола облысы: хатшы");
            var claims = unescape(match("name=\"claims\" value=\"([^\"]*)\"", page.body()));

            var chosen = send(client, form(authorize, "username=" + SECRETARY.id() + "&claims=" + encode(claims)));
            assertThat(chosen.statusCode()).isEqualTo(302);
            var code = match(
                    "[?&]code=([^&]*)", chosen.headers().firstValue("location").orElseThrow());

            var token = send(
                    client,
                    form(
                            signIn.endpoint().resolve("/uzdik/token"),
                            "grant_type=authorization_code&client_id=uzdik&code=" + code
                                    + "&redirect_uri=http%3A%2F%2Flocalhost%2Fsecretary.html"));
            var access =
                    LocalHttp.JSON.readTree(token.body()).path("access_token").asText();
            var jwt = SignedJWT.parse(access);
            assertThat(jwt.getJWTClaimsSet().getSubject()).isEqualTo(SECRETARY.id());
            assertThat(jwt.getJWTClaimsSet().getAudience()).containsExactly("uzdik");
            assertThat(jwt.getJWTClaimsSet().getStringClaim("scope")).isEqualTo("uzdik/secretary");
            assertThat(jwt.getJWTClaimsSet().getStringClaim("uzdik_scope")).isEqualTo("110000000");
            assertThat(verified(signIn, access)).isTrue();
            assertThat(verified(signIn, signIn.token(SECRETARY, "http://localhost/uzdik", "uzdik")))
                    .isTrue();
        }
    }

    private static boolean verified(SignIn signIn, String token) throws Exception {
        var jwt = SignedJWT.parse(token);
        var key = signIn.keys().getKeyByKeyId(jwt.getHeader().getKeyID());
        return jwt.verify(new RSASSAVerifier(key.toRSAKey()));
    }

    private static HttpRequest form(URI to, String body) {
        return HttpRequest.newBuilder(to)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static String match(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String unescape(String html) {
        return html.replace("&quot;", "\"").replace("&amp;", "&");
    }
}
