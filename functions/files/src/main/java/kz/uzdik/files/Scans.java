package kz.uzdik.files;

import java.time.Duration;
import kz.uzdik.contest.jury.PaperSheet;
import kz.uzdik.contest.vote.PaperCount;
import kz.uzdik.wiring.Wiring;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Scans of what was signed on paper: of the records by which paper ballots were counted, under {@code paper/}, and of absent
 * members' score sheets, under {@code paper-sheets/}. They lie beside the archives.
 */
public final class Scans {

    private final S3Client client;
    private final S3Presigner presigner;
    private final String bucket;

    private Scans(S3Client client, S3Presigner presigner, String bucket) {
        this.client = client;
        this.presigner = presigner;
        this.bucket = bucket;
    }

    /** Those in the bucket {@code DOSSIERS_BUCKET}. */
    public static Scans of(Wiring wiring) {
        return new Scans(S3.client(wiring), S3.presigner(wiring), wiring.required("DOSSIERS_BUCKET"));
    }

    /** A link by which exactly the scan of {@code count} can be sent. */
    public UploadLink uploadLink(PaperCount count, Duration validFor) {
        return uploadLink(key(count), count.scan(), validFor);
    }

    /** A link by which exactly the scan of {@code sheet} can be sent. */
    public UploadLink uploadLink(PaperSheet sheet, Duration validFor) {
        return uploadLink(key(sheet), sheet.scan(), validFor);
    }

    private UploadLink uploadLink(String key, PaperCount.Scan scan, Duration validFor) {
        var signed = presigner.presignPutObject(p -> p.signatureDuration(validFor)
                .putObjectRequest(r -> r.bucket(bucket)
                        .key(key)
                        .contentType(scan.type())
                        .contentLength(scan.bytes())
                        .checksumSHA256(S3.checksum(scan.sha256()))));
        return UploadLink.of(1, scan.bytes(), signed);
    }

    /** A link to look at the scan of {@code count}. */
    public String viewLink(PaperCount count, Duration validFor) {
        return viewLink(key(count), validFor);
    }

    /** A link to look at the scan of {@code sheet}. */
    public String viewLink(PaperSheet sheet, Duration validFor) {
        return viewLink(key(sheet), validFor);
    }

    private String viewLink(String key, Duration validFor) {
        return presigner
                .presignGetObject(p -> p.signatureDuration(validFor)
                        .getObjectRequest(r -> r.bucket(bucket).key(key)))
                .url()
                .toString();
    }

    /** Whether the scan of {@code count} has arrived. */
    public boolean isThere(PaperCount count) {
        return isThere(key(count), count.scan());
    }

    /** Whether the scan of {@code sheet} has arrived. */
    public boolean isThere(PaperSheet sheet) {
        return isThere(key(sheet), sheet.scan());
    }

    private boolean isThere(String key, PaperCount.Scan scan) {
        return S3.size(client, bucket, key)
                .filter(bytes -> bytes == scan.bytes())
                .isPresent();
    }

    private static String key(PaperCount count) {
        return "paper/%s/%s/%d-%s"
                .formatted(
                        count.survey(),
                        count.candidate(),
                        count.version(),
                        count.scan().sha256());
    }

    private static String key(PaperSheet sheet) {
        return "paper-sheets/%s/%s/%s/%s/%d-%s"
                .formatted(
                        sheet.stage(),
                        sheet.candidate(),
                        sheet.sheet(),
                        sheet.member(),
                        sheet.version(),
                        sheet.scan().sha256());
    }
}
