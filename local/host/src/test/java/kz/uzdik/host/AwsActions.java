package kz.uzdik.host;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which permission each call of AWS's SDK needs. A call that is not known here fails the test that asks. */
final class AwsActions {

    private static final String SERVICES = "software/amazon/awssdk/services/";
    private static final Set<String> NO_CALL = Set.of("builder", "create", "close", "serviceName", "utilities");

    /** Clients by service; of each the methods that are not named like their action. */
    private static final Map<String, String> CLIENTS = Map.of(
            "dynamodb/DynamoDbClient", "dynamodb",
            "s3/S3Client", "s3",
            "s3/presigner/S3Presigner", "s3",
            "sesv2/SesV2Client", "ses",
            "secretsmanager/SecretsManagerClient", "secretsmanager");

    private static final Set<String> KNOWN = Set.of(
            "dynamodb:GetItem",
            "dynamodb:PutItem",
            "dynamodb:UpdateItem",
            "dynamodb:DeleteItem",
            "dynamodb:Query",
            "dynamodb:Scan",
            "s3:GetObject",
            "s3:GetObjectTagging",
            "s3:PutObject",
            "ses:SendEmail",
            "secretsmanager:GetSecretValue");

    private AwsActions() {}

    /** The actions of {@code calls}. Throws {@link IllegalStateException} for a call of a client that is not known. */
    static Set<String> of(Set<CallGraph.Call> calls) {
        var actions = new TreeSet<String>();
        boolean inTransaction = calls.stream().anyMatch(c -> c.method().equals("transactWriteItems"));
        for (var call : calls) {
            if (!call.owner().startsWith(SERVICES)) {
                continue;
            }
            var owner = call.owner().substring(SERVICES.length());
            if (inTransaction && owner.equals("dynamodb/model/TransactWriteItem$Builder")) {
                actions.addAll(part(call.method()));
            }
            var service = CLIENTS.get(owner);
            if (service != null && !NO_CALL.contains(call.method())) {
                actions.addAll(called(service, call.method()));
            }
        }
        return actions;
    }

    /** A part of a transaction needs the permission of the same thing done alone. */
    private static Set<String> part(String method) {
        return switch (method) {
            case "put" -> Set.of("dynamodb:PutItem");
            case "update" -> Set.of("dynamodb:UpdateItem");
            case "delete" -> Set.of("dynamodb:DeleteItem");
            case "conditionCheck" -> Set.of("dynamodb:ConditionCheckItem");
            default -> Set.of();
        };
    }

    private static Set<String> called(String service, String method) {
        return switch (method) {
            case "transactWriteItems" -> Set.of();
            case "presignPutObject" -> Set.of("s3:PutObject");
            case "presignGetObject" -> Set.of("s3:GetObject");
            case "scanPaginator" -> Set.of("dynamodb:Scan");
            case "queryPaginator" -> Set.of("dynamodb:Query");
            case "createMultipartUpload", "presignUploadPart", "completeMultipartUpload" -> Set.of("s3:PutObject");
            case "listPartsPaginator" -> Set.of("s3:ListMultipartUploadParts");
            case "listMultipartUploadsPaginator" -> Set.of("s3:ListBucketMultipartUploads");
            // Who may not list a bucket is told 403, not 404, of an object that is not there.
            case "headObject", "getObject", "getObjectAsBytes" -> Set.of("s3:GetObject", "s3:ListBucket");
            default -> {
                var action = service + ":" + Character.toUpperCase(method.charAt(0)) + method.substring(1);
                if (!KNOWN.contains(action)) {
                    throw new IllegalStateException("which permission does " + action + " need?");
                }
                yield Set.of(action);
            }
        };
    }
}
