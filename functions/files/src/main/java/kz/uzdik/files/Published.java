package kz.uzdik.files;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import kz.uzdik.wiring.Wiring;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The bucket of everything public: what lies in it is served as it is, under the same path as its key. */
public final class Published {

    /** For files that are put again when the facts change: asked about anew, at most a minute old. */
    public static final String MINUTE = "public, max-age=60";

    /** For files that never change again. */
    public static final String FOREVER = "public, max-age=31536000, immutable";

    private static final String ANNOUNCEMENT = "announcement";

    /** Publications of one stage that meet: the first, its corrections and their resumptions. */
    private static final int MOST_TRIES = 10;

    private final S3Client client;
    private final String bucket;

    private Published(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    /** The bucket {@code PUBLIC_BUCKET}. */
    public static Published of(Wiring wiring) {
        return new Published(S3.client(wiring), wiring.required("PUBLIC_BUCKET"));
    }

    /**
     * Puts a file, in place of an earlier one.
     *
     * @param key path without leading slash, for example {@code data/contest.json}
     * @param bytes all of it
     * @param contentType for example {@code application/json}
     * @param cacheControl {@link #MINUTE} or {@link #FOREVER}
     */
    public void put(String key, byte[] bytes, String contentType, String cacheControl) {
        client.putObject(
                r -> r.bucket(bucket).key(key).contentType(contentType).cacheControl(cacheControl),
                RequestBody.fromBytes(bytes));
    }

    /**
     * Puts a file that follows from announcement {@code number} of its stage, unless what lies there follows from a
     * later one: a publication that was held up for however long never takes a correction's place. Which announcement a
     * file follows from is kept beside it; the file is written only if it is still the one that was looked at.
     *
     * @param key path without leading slash
     * @param number 1 or more
     * @throws IllegalStateException if others wrote between looking and writing each time
     */
    public void putUnlessLater(String key, byte[] bytes, String contentType, String cacheControl, int number) {
        for (var tries = 0; tries < MOST_TRIES; tries++) {
            var there = S3.head(client, bucket, key);
            if (there.map(Published::announcement).orElse(0) > number) {
                return;
            }
            var request = PutObjectRequest.builder()
                    .bucket(bucket)
                    .key(key)
                    .contentType(contentType)
                    .cacheControl(cacheControl)
                    .metadata(Map.of(ANNOUNCEMENT, Integer.toString(number)));
            there.ifPresentOrElse(head -> request.ifMatch(head.eTag()), () -> request.ifNoneMatch("*"));
            try {
                client.putObject(request.build(), RequestBody.fromBytes(bytes));
                return;
            } catch (S3Exception e) {
                if (!isChangedMeanwhile(e.statusCode(), there.isPresent())) {
                    throw e;
                }
            }
        }
        throw new IllegalStateException(key + " was changed by others " + MOST_TRIES + " times");
    }

    /** Somebody else wrote since it was looked at, or writes at this moment; where nothing lay, 404 is the bucket's. */
    private static boolean isChangedMeanwhile(int status, boolean wasThere) {
        return status == 412 || status == 409 || (status == 404 && wasThere);
    }

    private static int announcement(HeadObjectResponse head) {
        return Integer.parseInt(head.metadata().getOrDefault(ANNOUNCEMENT, "0"));
    }

    /**
     * Puts a file that is too large to hold, in place of an earlier one.
     *
     * @param key path without leading slash
     * @param from read anew if it is sent again
     * @param contentType for example {@code application/zip}
     * @param cacheControl {@link #MINUTE} or {@link #FOREVER}
     */
    public void put(String key, Path from, String contentType, String cacheControl) {
        client.putObject(
                r -> r.bucket(bucket).key(key).contentType(contentType).cacheControl(cacheControl),
                RequestBody.fromFile(from));
    }

    /** The file at {@code key}; empty where there is none. */
    public Optional<byte[]> get(String key) {
        try {
            return Optional.of(
                    client.getObjectAsBytes(r -> r.bucket(bucket).key(key)).asByteArray());
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }
}
