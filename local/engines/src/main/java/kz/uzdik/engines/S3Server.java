package kz.uzdik.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import org.jspecify.annotations.Nullable;

/** S3Proxy in this process: checks signatures, expiry and hashes as S3 does, and tells of every object created. */
public final class S3Server implements AutoCloseable {

    private static final long MAX_OBJECT_BYTES = 1L << 30;

    /**
     * An object that is now in a bucket.
     *
     * @param size in bytes
     * @param etag without quotes
     * @param versionId null where the store keeps no versions
     */
    public record ObjectCreated(
            String bucket,
            String key,
            long size,
            String etag,
            @Nullable String versionId) {}

    private final S3Proxy proxy;
    private final List<Consumer<ObjectCreated>> listeners;

    private S3Server(S3Proxy proxy, List<Consumer<ObjectCreated>> listeners) {
        this.proxy = proxy;
        this.listeners = listeners;
    }

    /** Starts it on a free port, on {@code folder} or, where that is null, in memory. */
    public static S3Server start(@Nullable Path folder) {
        var listeners = new CopyOnWriteArrayList<Consumer<ObjectCreated>>();
        try {
            var proxy = S3Proxy.builder()
                    .blobStore(new TellingBlobStore(store(folder), listeners))
                    .endpoint(URI.create("http://127.0.0.1:0"))
                    .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, LocalAws.ACCESS_KEY, LocalAws.SECRET_KEY)
                    .maxSinglePartObjectSize(MAX_OBJECT_BYTES)
                    .v4MaxNonChunkedRequestSize(MAX_OBJECT_BYTES)
                    .ignoreUnknownHeaders(true)
                    .corsRules(anyOrigin())
                    .build();
            proxy.start();
            return new S3Server(proxy, listeners);
        } catch (Exception e) {
            throw new IllegalStateException("the S3 server did not start", e);
        }
    }

    private static org.gaul.s3proxy.blobstore.BlobStore store(@Nullable Path folder) {
        if (folder == null) {
            return new TransientNio2BlobStore();
        }
        try {
            return new FilesystemNio2BlobStore(Files.createDirectories(folder).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CrossOriginResourceSharing anyOrigin() {
        return new CrossOriginResourceSharing(
                List.of("*"), List.of("GET", "HEAD", "PUT", "POST"), List.of("*"), List.of("ETag"), "");
    }

    /** Where it answers. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + proxy.getPort());
    }

    /** From now on tells {@code listener} of every object created, in the thread of the request. */
    public void onCreated(Consumer<ObjectCreated> listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the S3 server did not stop", e);
        }
    }
}
