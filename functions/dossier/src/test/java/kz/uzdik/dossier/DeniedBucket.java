package kz.uzdik.dossier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A bucket whose policy denies every object, each with one tag: answers as S3 does, word for word. No local S3 server has
 * policies by tag.
 */
final class DeniedBucket implements AutoCloseable {

    private static final String DENIED = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>\
        """;

    private final HttpServer server;
    private final String tags;

    private DeniedBucket(String tags) throws IOException {
        this.tags = tags;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    static DeniedBucket withTag(String key, String value) throws IOException {
        return new DeniedBucket("""
            <?xml version="1.0" encoding="UTF-8"?>
            <Tagging xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><TagSet><Tag><Key>%s</Key><Value>%s</Value></Tag>\
            </TagSet></Tagging>\
            """.formatted(key, value));
    }

    URI endpoint() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var query = exchange.getRequestURI().getQuery();
            var isTagging = query != null && query.startsWith("tagging");
            var isHead = exchange.getRequestMethod().equals("HEAD");
            var body = (isTagging ? tags : DENIED).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/xml");
            exchange.sendResponseHeaders(isTagging ? 200 : 403, isHead ? -1 : body.length);
            if (!isHead) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
