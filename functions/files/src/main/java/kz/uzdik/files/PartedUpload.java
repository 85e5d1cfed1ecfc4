package kz.uzdik.files;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import kz.uzdik.contest.dossier.ArchiveParts;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchUploadException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * One archive on its way into the bucket, part by part. S3 itself remembers what has come, for as long as the bucket's
 * lifecycle lets an unfinished upload lie; whoever asks next goes on with the same upload.
 */
public final class PartedUpload {

    private static final String CONTENT_TYPE = "application/zip";

    /** Statuses by which S3 refuses to put an upload together where another request is at it, or was. */
    private static final Set<Integer> OVERTAKEN = Set.of(400, 404, 409);

    private final S3Client client;
    private final S3Presigner presigner;
    private final String bucket;
    private final String key;
    private final String id;

    private PartedUpload(S3Client client, S3Presigner presigner, String bucket, String key, String id) {
        this.client = client;
        this.presigner = presigner;
        this.bucket = bucket;
        this.key = key;
        this.id = id;
    }

    /** The upload to {@code key} that was begun first, so that all who ask at once go on with one; empty if none. */
    static Optional<PartedUpload> begun(S3Client client, S3Presigner presigner, String bucket, String key) {
        return client.listMultipartUploadsPaginator(r -> r.bucket(bucket).prefix(key)).uploads().stream()
                .filter(upload -> upload.key().equals(key))
                .min(Comparator.comparing(PartedUpload::initiated).thenComparing(MultipartUpload::uploadId))
                .map(upload -> new PartedUpload(client, presigner, bucket, key, upload.uploadId()));
    }

    /** Begins an upload to {@code key}, or goes on with one that was begun at the same time. */
    static PartedUpload begin(S3Client client, S3Presigner presigner, String bucket, String key) {
        client.createMultipartUpload(
                r -> r.bucket(bucket).key(key).contentType(CONTENT_TYPE).checksumAlgorithm(ChecksumAlgorithm.SHA256));
        return begun(client, presigner, bucket, key)
                .orElseThrow(() -> new IllegalStateException("no upload to " + key));
    }

    private static Instant initiated(MultipartUpload upload) {
        return upload.initiated() == null ? Instant.EPOCH : upload.initiated();
    }

    /**
     * The numbers of the parts that have come, of an archive of {@code bytes} bytes, each with S3's tag of it; empty
     * where the upload is over.
     */
    public Optional<Map<Integer, String>> received(long bytes) {
        try {
            var received = new TreeMap<Integer, String>();
            client.listPartsPaginator(r -> r.bucket(bucket).key(key).uploadId(id)).parts().stream()
                    .filter(part -> part.size() == ArchiveParts.size(bytes, part.partNumber()))
                    .forEach(part -> received.put(part.partNumber(), part.eTag()));
            return Optional.of(received);
        } catch (NoSuchUploadException e) {
            return Optional.empty();
        }
    }

    /**
     * A link by which one part can be sent and nothing else: its size and SHA-256 are signed.
     *
     * @param number from 1
     * @param bytes its size
     * @param sha256 of it, 64 hexadecimal digits
     * @param validFor how long the link is good; S3 allows up to 7 days
     */
    public UploadLink link(int number, long bytes, String sha256, Duration validFor) {
        var signed = presigner.presignUploadPart(p -> p.signatureDuration(validFor)
                .uploadPartRequest(r -> r.bucket(bucket)
                        .key(key)
                        .uploadId(id)
                        .partNumber(number)
                        .contentLength(bytes)
                        .checksumSHA256(S3.checksum(sha256))));
        return UploadLink.of(number, bytes, signed);
    }

    /**
     * Puts the archive together from {@code received}, all its parts; S3 holds each against {@code parts} once more.
     * Empty if done. Otherwise why S3 refuses, where that may be for another request that puts the same upload together, or
     * has done so: look again before taking it for a fault.
     */
    public Optional<RuntimeException> complete(ArchiveParts parts, Map<Integer, String> received) {
        List<CompletedPart> all = IntStream.rangeClosed(1, parts.hashes().size())
                .mapToObj(number -> CompletedPart.builder()
                        .partNumber(number)
                        .eTag(received.get(number))
                        .checksumSHA256(S3.checksum(parts.hash(number)))
                        .build())
                .toList();
        try {
            client.completeMultipartUpload(
                    r -> r.bucket(bucket).key(key).uploadId(id).multipartUpload(m -> m.parts(all)));
            return Optional.empty();
        } catch (S3Exception e) {
            if (!OVERTAKEN.contains(e.statusCode())) {
                throw e;
            }
            return Optional.of(e);
        }
    }
}
