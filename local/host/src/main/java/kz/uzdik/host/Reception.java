package kz.uzdik.host;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import kz.uzdik.engines.SignIn;

/** Sends each request where it belongs: what CloudFront does, and the engines beside it. */
record Reception(Api api, LocalPages pages, Passage signIn, Passage s3, List<String> buckets, String issuer, Site site)
        implements FrontDoor.Handler {

    @Override
    public void serve(Exchange exchange) throws IOException {
        var path = exchange.rawPath();
        var slash = path.indexOf('/', 1);
        var first = path.substring(1, slash < 0 ? path.length() : slash);
        if (first.equals("v1")) {
            api.serve(exchange);
        } else if (first.equals("local")) {
            pages.serve(exchange);
        } else if (first.equals(SignIn.ISSUER)) {
            signIn.serve(exchange);
        } else if (buckets.contains(first)) {
            s3.serve(exchange);
        } else if (path.equals("/config.json")) {
            exchange.answer(
                    200,
                    HostJson.of(Map.of(
                            "issuer",
                            issuer,
                            "clientId",
                            "uzdik-pages",
                            "scope",
                            "openid profile email uzdik",
                            "citizens",
                            Map.of("issuer", issuer, "clientId", SignIn.CITIZENS, "scope", "openid"))));
        } else {
            site.serve(exchange);
        }
    }
}
