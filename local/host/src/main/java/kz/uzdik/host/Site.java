package kz.uzdik.host;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What CloudFront serves from the public bucket: published files, and the pages of {@code web} as though uploaded. */
final class Site {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("zip", "application/zip"),
            Map.entry("pdf", "application/pdf"));

    private static final int LONGEST_PART = 255;

    private final S3Client s3;
    private final @Nullable String bucket;
    private final Path web;
    private final Map<String, String> pageHeaders;

    Site(S3Client s3, @Nullable String bucket, Path web, Map<String, String> pageHeaders) {
        this.s3 = s3;
        this.bucket = bucket;
        this.web = web.toAbsolutePath().normalize();
        this.pageHeaders = pageHeaders;
    }

    /** Answers a request for a file. */
    void serve(Exchange exchange) throws IOException {
        if (!exchange.method().equals("GET") && !exchange.method().equals("HEAD")) {
            exchange.html(405, "Method Not Allowed");
            return;
        }
        var path = exchange.path();
        var key = path.substring(1) + (path.endsWith("/") ? "index.html" : "");
        var headers = exchange.http().getResponseHeaders();
        headers.set("Cache-Control", "no-cache");
        pageHeaders.forEach(headers::set);
        if (!isName(key) || (!published(exchange, key) && !page(exchange, key))) {
            exchange.html(404, "<!doctype html><title>404</title><p>404");
        }
    }

    /** Whether a file can have this name here: S3 in the cloud takes 1024 bytes, a folder's file system 255 a part. */
    private static boolean isName(String key) {
        return key.chars().noneMatch(Character::isISOControl)
                && Arrays.stream(key.split("/", -1))
                        .allMatch(part -> part.getBytes(StandardCharsets.UTF_8).length <= LONGEST_PART);
    }

    private boolean published(Exchange exchange, String key) throws IOException {
        if (bucket == null || key.isEmpty() || key.contains("..")) {
            return false;
        }
        try (var object = s3.getObject(r -> r.bucket(bucket).key(key))) {
            var head = object.response();
            var type = head.contentType() == null || head.contentType().equals("application/octet-stream")
                    ? type(key)
                    : head.contentType();
            exchange.http().getResponseHeaders().set("Content-Type", type);
            if (head.contentDisposition() != null) {
                exchange.http().getResponseHeaders().set("Content-Disposition", head.contentDisposition());
            }
            try (var out = exchange.begin(200, head.contentLength())) {
                object.transferTo(out);
            }
            return true;
        } catch (NoSuchKeyException e) {
            return false;
        } catch (S3Exception e) {
            if (e.statusCode() < 500) {
                return false;
            }
            throw e;
        }
    }

    private boolean page(Exchange exchange, String key) throws IOException {
        var file = web.resolve(key).normalize();
        if (!file.startsWith(web) || !Files.isRegularFile(file)) {
            return false;
        }
        exchange.answer(200, Map.of("Content-Type", type(key)), Files.readAllBytes(file));
        return true;
    }

    private static String type(String key) {
        var ending = key.substring(key.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(ending, "application/octet-stream");
    }
}
