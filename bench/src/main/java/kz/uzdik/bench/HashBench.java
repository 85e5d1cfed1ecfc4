package kz.uzdik.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import kz.uzdik.engines.ProjectFolder;
import kz.uzdik.json.Json;

/**
 * How long the secretary's page takes to hash an archive of 300 MB in a real browser, by the browser's own SHA-256 and by
 * the page's, which stands in where there is none; beside the JDK's SHA-256 of as many bytes in the same run.
 */
final class HashBench {

    private static final int MEGABYTES = 300;
    private static final int MEGABYTE = 1024 * 1024;
    /** The page reads an archive in parts of that many megabytes, so that one part again and again is as good. */
    private static final int PIECE = 5;

    private static final int ROUNDS = 3;
    private static final int LONGEST_MINUTES = 5;
    private static final String PAGE = """
        <!doctype html><meta charset="utf-8"><script type="module">
        import { partHashes } from "/archive.js";
        import { Sha256 } from "/sha256.js";
        const piece = new Blob([new Uint8Array(%2$d)]);
        const timed = async (work) => {
          let best = Infinity;
          for (let round = 0; round < %3$d; round += 1) {
            const start = performance.now();
            for (let time = 0; time < %1$d; time += 1) await work();
            best = Math.min(best, performance.now() - start);
          }
          return best;
        };
        const measured = async () => ({ own: await timed(() => partHashes(piece)),
          page: await timed(async () => new Sha256().update(new Uint8Array(await piece.arrayBuffer())).bytes()) });
        await fetch("/done", { method: "POST", body: JSON.stringify(await measured().catch(() => ({ own: -1, page: -1 }))) });
        </script>\
        """.formatted(MEGABYTES / PIECE, PIECE * MEGABYTE, ROUNDS);

    private HashBench() {}

    /** What the browser measured, in milliseconds. */
    record Measured(double own, double page) {}

    /** Runs it and prints a line for each way to hash: the fastest of three rounds. */
    static void run() throws IOException {
        var jdk = jdk();
        var measured = inTheBrowser();
        if (measured.own() < 0) {
            throw new IllegalStateException("the page failed in the browser");
        }
        System.out.printf("%-28s %10s %10s %8s%n", MEGABYTES + " MB by", "ms", "MB/s", "ratio");
        print("the browser's own SHA-256", measured.own(), jdk);
        print("the page's SHA-256", measured.page(), jdk);
        print("the JDK's SHA-256", jdk, jdk);
    }

    private static void print(String name, double millis, double jdk) {
        System.out.printf("%-28s %10.0f %10.0f %8.2f%n", name, millis, MEGABYTES / millis * 1000, millis / jdk);
    }

    private static double jdk() {
        var block = new byte[MEGABYTE];
        var best = Double.MAX_VALUE;
        for (var round = 0; round < ROUNDS; round++) {
            var start = System.nanoTime();
            var digest = sha256();
            for (var i = 0; i < MEGABYTES; i++) {
                digest.update(block);
            }
            digest.digest();
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
        }
        return best;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private static Measured inTheBrowser() throws IOException {
        var done = new CompletableFuture<Measured>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, done));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        var profile = Files.createTempDirectory("uzdik-hash");
        var browser = browser(profile, "http://localhost:" + server.getAddress().getPort() + "/");
        try {
            return done.get(LONGEST_MINUTES, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (Exception e) {
            throw new IllegalStateException("the browser did not answer", e);
        } finally {
            browser.descendants().forEach(ProcessHandle::destroy);
            browser.destroy();
            server.stop(0);
        }
    }

    private static Process browser(Path profile, String url) throws IOException {
        var program = Objects.requireNonNullElse(System.getenv("CHROMIUM"), "/usr/bin/chromium");
        return new ProcessBuilder(
                        program,
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--user-data-dir=" + profile,
                        url)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void answer(HttpExchange exchange, CompletableFuture<Measured> done) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            if (path.equals("/done")) {
                var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(204, -1);
                done.complete(Json.readOwn(body, Measured.class));
                return;
            }
            var script = ProjectFolder.root().resolve("web").resolve(path.substring(1));
            var isPage = path.equals("/");
            if (!isPage && !Files.isRegularFile(script)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            var bytes = isPage ? PAGE.getBytes(StandardCharsets.UTF_8) : Files.readAllBytes(script);
            exchange.getResponseHeaders().set("Content-Type", isPage ? "text/html" : "text/javascript");
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
