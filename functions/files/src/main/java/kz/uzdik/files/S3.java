package kz.uzdik.files;

import java.net.URI;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import kz.uzdik.wiring.Wiring;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Clients of S3; with an endpoint of its own ({@code AWS_ENDPOINT_URL_S3}) buckets are part of the path. */
final class S3 {

    private static final String ENDPOINT = "AWS_ENDPOINT_URL_S3";

    private S3() {}

    static S3Client client(Wiring wiring) {
        var local = wiring.environment().containsKey(ENDPOINT);
        return wiring.client(S3Client.builder().forcePathStyle(local), "S3");
    }

    /** Signs links; asks nothing of S3 itself. */
    static S3Presigner presigner(Wiring wiring) {
        var builder = S3Presigner.builder();
        var region = wiring.environment().get("AWS_REGION");
        if (region != null) {
            builder.region(Region.of(region));
        }
        var endpoint = wiring.environment().get(ENDPOINT);
        if (endpoint != null) {
            builder.endpointOverride(URI.create(endpoint))
                    .serviceConfiguration(S3Configuration.builder()
                            .pathStyleAccessEnabled(true)
                            .build())
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(
                            wiring.required("AWS_ACCESS_KEY_ID"), wiring.required("AWS_SECRET_ACCESS_KEY"))));
        }
        return builder.build();
    }

    /** Size of the object at {@code key} in bytes; empty while there is none. */
    static Optional<Long> size(S3Client client, String bucket, String key) {
        return head(client, bucket, key).map(HeadObjectResponse::contentLength);
    }

    /** What S3 knows of the object at {@code key}; empty while there is none. */
    static Optional<HeadObjectResponse> head(S3Client client, String bucket, String key) {
        try {
            return Optional.of(client.headObject(r -> r.bucket(bucket).key(key)));
        } catch (NoSuchKeyException e) {
            return Optional.empty();
        }
    }

    /** A SHA-256 of 64 hexadecimal digits, as S3 writes it. */
    static String checksum(String sha256) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256));
    }
}
