package kz.uzdik.files;

import java.util.Optional;
import kz.uzdik.wiring.Wiring;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The bucket of dossiers' archives: lets one be sent by signed links, and read in part. */
public final class Archives {

    private static final String SCANNED = "GuardDutyMalwareScanStatus";
    private static final String THREAT = "THREATS_FOUND";
    private static final int DENIED = 403;

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

    /** The upload of the archive at {@code key} that is under way; empty if none. */
    public Optional<PartedUpload> begun(ArchiveKey key) {
        return PartedUpload.begun(client, presigner, bucket, key.path());
    }

    /** Begins to upload the archive at {@code key}. */
    public PartedUpload begin(ArchiveKey key) {
        return PartedUpload.begin(client, presigner, bucket, key.path());
    }

    /** Size of the archive in bytes; empty while there is none. Throws {@link ThreatException}. */
    public Optional<Long> size(ArchiveKey key) {
        try {
            return S3.size(client, bucket, key.path());
        } catch (S3Exception e) {
            throw denied(key, e);
        }
    }

    /**
     * Some bytes of an archive; empty while, or since, there is none. Throws {@link ThreatException}.
     *
     * @param from position of the first, within the archive
     * @param length how many, at least 1
     */
    public Optional<byte[]> read(ArchiveKey key, long from, int length) {
        try {
            var range = "bytes=" + from + "-" + (from + length - 1);
            return Optional.of(client.getObjectAsBytes(
                            r -> r.bucket(bucket).key(key.path()).range(range))
                    .asByteArrayUnsafe());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        } catch (S3Exception e) {
            throw denied(key, e);
        }
    }

    /** Why S3 refuses: the tag that the bucket's policy denies by can be read all the same. */
    private RuntimeException denied(ArchiveKey key, S3Exception e) {
        if (e.statusCode() != DENIED) {
            return e;
        }
        var tags =
                client.getObjectTagging(r -> r.bucket(bucket).key(key.path())).tagSet();
        return tags.stream()
                        .anyMatch(
                                tag -> tag.key().equals(SCANNED) && tag.value().equals(THREAT))
                ? new ThreatException(key.path(), e)
                : e;
    }

    /**
     * Opens an archive for reading in part: only the blocks that are looked at are fetched. To read it throws
     * {@link ThreatException} where a threat is found meanwhile, otherwise {@link UnreachableException} if S3 fails.
     *
     * @param key an archive that exists
     * @param bytes its size, from {@link #size}
     */
    public RangedObject open(ArchiveKey key, long bytes) {
        return new RangedObject(client, bucket, key.path(), bytes, e -> denied(key, e));
    }
}
