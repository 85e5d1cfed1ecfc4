package kz.uzdik.files;

import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import kz.uzdik.wiring.Wiring;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The bucket of dossiers' archives: lets one be sent by a signed link, and read in part. */
public final class Archives {

    private static final String CONTENT_TYPE = "application/zip";

    private final S3Client client;
    private final S3Presigner presigner;
    private final String bucket;

    private Archives(S3Client client, S3Presigner presigner, String bucket) {
        this.client = client;
        this.presigner = presigner;
        this.bucket = bucket;
    }

    /** The bucket {@code DOSSIERS_BUCKET}. */
    public static Archives of(Wiring wiring) {
        return new Archives(S3.client(wiring), S3.presigner(wiring), wiring.required("DOSSIERS_BUCKET"));
    }

    /** The bucket's name. */
    public String bucket() {
        return bucket;
    }

    /**
     * A link by which exactly {@code bytes} bytes with the key's SHA-256 can be sent: both are signed, and S3 refuses
     * anything else.
     *
     * @param key where the archive is to lie
     * @param bytes its size
     * @param validFor how long the link is good; S3 allows up to 7 days
     */
    public UploadLink uploadLink(ArchiveKey key, long bytes, Duration validFor) {
        var checksum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(key.sha256()));
        var signed = presigner.presignPutObject(p -> p.signatureDuration(validFor)
                .putObjectRequest(r -> r.bucket(bucket)
                        .key(key.path())
                        .contentType(CONTENT_TYPE)
                        .contentLength(bytes)
                        .checksumSHA256(checksum)));
        var headers = new TreeMap<String, String>();
        signed.signedHeaders().forEach((name, values) -> {
            var lower = name.toLowerCase(Locale.ROOT);
            if (!lower.equals("host") && !lower.equals("content-length")) {
                headers.put(lower, String.join(",", values));
            }
        });
        return new UploadLink("PUT", signed.url().toString(), headers, signed.expiration());
    }

    /** Size of the archive in bytes; empty while there is none. */
    public Optional<Long> size(ArchiveKey key) {
        try {
            return Optional.of(
                    client.headObject(r -> r.bucket(bucket).key(key.path())).contentLength());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    /**
     * Opens an archive for reading in part: only the blocks that are looked at are fetched.
     *
     * @param key an archive that exists
     * @param bytes its size, from {@link #size}
     */
    public RangedObject open(ArchiveKey key, long bytes) {
        return new RangedObject(client, bucket, key.path(), bytes);
    }
}
