package kz.uzdik.host.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import kz.uzdik.engines.ProjectFolder;
import kz.uzdik.engines.Template;
import kz.uzdik.json.Json;
import org.jspecify.annotations.Nullable;

/** The pages as files, with answers that a test lays out: for what a working host never says. */
final class PageStand implements AutoCloseable {

    private static final Path WEB = Path.of("..", "..", "web");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");

    /** The cloud's own, so that what they forbid a page shows as an error on its console. */
    private static final Map<String, String> HEADERS = Template.read(
                    ProjectFolder.root().resolve("template.yaml"), Map.of())
            .pageHeaders();

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();

    /** What is answered. */
    record Answer(int status, String type, String body) {}

    /** What was asked. */
    record Heard(String request, String language, String body) {}

    PageStand() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Lays out the answer to {@code request}, for example {@code POST /v1/surveys/satisfaction/codes}. */
    PageStand on(String request, int status, String body) {
        var type = status < 400 ? "application/json" : "application/problem+json";
        answers.put(request, new ConcurrentLinkedDeque<>(List.of(new Answer(status, type, body))));
        return this;
    }

    /** Lays out the contest's definition. */
    PageStand contest() {
        return on("GET /data/contest.json", 200, SurveyPages.read("contests/best-akim-2027.json"));
    }

    /** Lays out a further answer to {@code request}, for when those before it have been given. */
    PageStand then(String request, String body) {
        var before = Objects.requireNonNull(answers.get(request), request);
        before.addLast(new Answer(200, "application/json", body));
        return this;
    }

    /** Lays out a published page. */
    void page(String path, String html) {
        var page = new Answer(200, "text/html; charset=utf-8", html);
        answers.put("GET " + path, new ConcurrentLinkedDeque<>(List.of(page)));
    }

    /** Everything asked of {@code request} so far. */
    List<Heard> heard(String request) {
        return heard.stream().filter(h -> h.request().equals(request)).toList();
    }

    /** What was sent with {@code request} when it was asked for the {@code number}th time, from 0. */
    JsonNode body(String request, int number) {
        try {
            return Json.tree(heard(request).get(number).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var request = exchange.getRequestMethod() + " " + path;
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            heard.add(new Heard(
                    request, String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Language")), body));
            HEADERS.forEach(exchange.getResponseHeaders()::set);
            var laidOut = next(request);
            var file = WEB.resolve(path.equals("/") ? "index.html" : path.substring(1))
                    .normalize();
            if (laidOut != null) {
                send(exchange, laidOut.status(), laidOut.type(), laidOut.body().getBytes(StandardCharsets.UTF_8));
            } else if (file.startsWith(WEB) && Files.isRegularFile(file)) {
                var name = file.getFileName().toString();
                var type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
                send(exchange, 200, type, Files.readAllBytes(file));
            } else {
                send(exchange, 404, "text/plain", new byte[0]);
            }
        }
    }

    /** The answer to {@code request}; the last one is given for ever. */
    private @Nullable Answer next(String request) {
        var left = answers.get(request);
        return left == null ? null : left.size() > 1 ? left.pollFirst() : left.peekFirst();
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
