package kz.uzdik.engines;

import java.util.Locale;
import java.util.Map;

/**
 * What the template's resources are called on this machine: tables and queues as in the template, buckets in small
 * letters with hyphens, and ARNs of an account that does not exist.
 */
final class LocalNames {

    private static final Map<String, String> PSEUDO = Map.of(
            "AWS::Region", LocalAws.REGION,
            "AWS::AccountId", LocalAws.ACCOUNT,
            "AWS::Partition", "aws",
            "AWS::URLSuffix", "amazonaws.com",
            "AWS::StackName", "uzdik",
            "AWS::StackId", "arn:aws:cloudformation:local:stack/uzdik");

    /** Type of each resource by its name in the template. */
    private final Map<String, String> types;

    LocalNames(Map<String, String> types) {
        this.types = Map.copyOf(types);
    }

    /** What {@code !Ref name} gives. */
    String ref(String where, String name) {
        var pseudo = PSEUDO.get(name);
        if (pseudo != null) {
            return pseudo;
        }
        return switch (type(where, name)) {
            case "AWS::S3::Bucket" -> bucket(name);
            case "AWS::SecretsManager::Secret" -> SecretsStandIn.arn(name);
            case "AWS::SQS::Queue" -> "local://queues/" + name;
            default -> name;
        };
    }

    /** What {@code !GetAtt name.attribute} gives. */
    String attribute(String where, String name, String attribute) {
        var type = type(where, name);
        return switch (type + "." + attribute) {
            case "AWS::S3::Bucket.RegionalDomainName" -> bucket(name) + ".s3." + LocalAws.REGION + ".amazonaws.com";
            case "AWS::S3::Bucket.Arn" -> "arn:aws:s3:::" + bucket(name);
            case "AWS::DynamoDB::Table.Arn" -> arn("dynamodb", "table/" + name);
            case "AWS::DynamoDB::Table.StreamArn" -> arn("dynamodb", "table/" + name + "/stream/local");
            case "AWS::SQS::Queue.Arn" -> arn("sqs", name);
            case "AWS::Serverless::Function.Arn" -> arn("lambda", "function:" + name);
            case "AWS::IAM::Role.Arn" -> "arn:aws:iam::" + LocalAws.ACCOUNT + ":role/" + name;
            case "AWS::Logs::LogGroup.Arn" -> arn("logs", "log-group:" + name);
            default ->
                throw new TemplateException(where, "attribute " + attribute + " of " + type + " is not known here");
        };
    }

    private String type(String where, String name) {
        var type = types.get(name);
        if (type == null) {
            throw new TemplateException(where, "there is no resource or parameter " + name);
        }
        return type;
    }

    static String arn(String service, String resource) {
        return "arn:aws:%s:%s:%s:%s".formatted(service, LocalAws.REGION, LocalAws.ACCOUNT, resource);
    }

    private static String bucket(String logicalId) {
        return "uzdik-" + logicalId.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
