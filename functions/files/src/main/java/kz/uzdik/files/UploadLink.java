package kz.uzdik.files;

import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.awscore.presigner.PresignedRequest;

/**
 * A signed permission to send one part of an archive, good for exactly the registered bytes.
 *
 * @param number of the part, from 1
 * @param bytes its size
 * @param method {@code PUT}
 * @param url holds the signature; not to be logged
 * @param headers to be sent with these very values, or the signature does not hold; size and host are set by every
 *     client by itself and not listed
 * @param expiresAt from when the link is refused
 */
public record UploadLink(
        int number, long bytes, String method, String url, Map<String, String> headers, Instant expiresAt) {
    public UploadLink {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    /** What {@code signed} permits: to send part {@code number}, of {@code bytes} bytes. */
    static UploadLink of(int number, long bytes, PresignedRequest signed) {
        var headers = new TreeMap<String, String>();
        signed.signedHeaders().forEach((name, values) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (!lower.equals("host") && !lower.equals("content-length")) {
                headers.put(lower, String.join(",", values));
            }
        });
        return new UploadLink(number, bytes, "PUT", signed.url().toString(), headers, signed.expiration());
    }
}
