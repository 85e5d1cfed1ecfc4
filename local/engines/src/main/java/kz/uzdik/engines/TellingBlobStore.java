package kz.uzdik.engines;

import java.io.InputStream;
import java.util.List;
import java.util.function.Consumer;
import kz.uzdik.engines.S3Server.ObjectCreated;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** A blob store that tells of each object once it is there: put, copied or completed from parts. */
final class TellingBlobStore extends ForwardingBlobStore {

    /** S3Proxy's own notes on uploads in parts, which are no objects. */
    private static final String STUB = ".s3proxy-mpu-stub-";

    private final List<Consumer<ObjectCreated>> listeners;

    TellingBlobStore(BlobStore store, List<Consumer<ObjectCreated>> listeners) {
        super(store);
        this.listeners = listeners;
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream payload) {
        var response = super.putBlob(request, payload);
        tell(request.bucket(), request.key());
        return response;
    }

    @Override
    public CopyObjectResponse copyBlob(CopyObjectRequest request) {
        var response = super.copyBlob(request);
        tell(request.destinationBucket(), request.destinationKey());
        return response;
    }

    @Override
    public CompleteMultipartUploadResponse completeMultipartUpload(
            MultipartUpload upload, CompleteMultipartUploadRequest request) {
        var response = super.completeMultipartUpload(upload, request);
        tell(upload.containerName(), upload.blobName());
        return response;
    }

    private void tell(String bucket, String key) {
        if (key.startsWith(STUB)) {
            return;
        }
        var head =
                blobMetadata(HeadObjectRequest.builder().bucket(bucket).key(key).build());
        var etag = head.eTag() == null ? "" : head.eTag().replace("\"", "");
        var created = new ObjectCreated(bucket, key, head.contentLength(), etag, head.versionId());
        listeners.forEach(listener -> listener.accept(created));
    }
}
