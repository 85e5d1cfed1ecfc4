package kz.uzdik.engines;

import java.util.List;

/**
 * Something of a template that the local host reads past, and why that changes nothing on one machine. This list is the
 * only place where such a thing is named: what is neither here nor in {@link Played} stops the start.
 *
 * @param type the resource's type, the event's type, or {@link #ANY}
 * @param property path from the properties, {@code *} for a name, {@code **} for whatever is below; empty for a type of
 *     which nothing is played
 * @param why a word on why it does not matter here
 */
record NotPlayed(String type, String property, String why) {

    /** Whatever the type: what stands beside a resource's properties. */
    static final String ANY = "(every resource)";

    private static final String FUNCTION = "AWS::Serverless::Function";
    private static final String TABLE = "AWS::DynamoDB::Table";
    private static final String BUCKET = "AWS::S3::Bucket";
    private static final String PAGE_HEADERS = "AWS::CloudFront::ResponseHeadersPolicy";
    private static final String FRONT = "the host answers at one address itself, without a network in front";
    private static final String WATCH = "nobody is on call for one machine";
    private static final String RIGHTS =
            "nothing is checked against rights here; tests hold roles against the bytecode";

    static final List<NotPlayed> ALL = List.of(
            new NotPlayed("AWS::IAM::Role", "", RIGHTS),
            new NotPlayed("AWS::Lambda::Permission", "", RIGHTS),
            new NotPlayed("AWS::S3::BucketPolicy", "", RIGHTS),
            new NotPlayed(
                    "AWS::GuardDuty::MalwareProtectionPlan", "", "nobody sends strangers' archives to one machine"),
            new NotPlayed("AWS::SQS::QueuePolicy", "", RIGHTS),
            new NotPlayed("AWS::SNS::TopicPolicy", "", RIGHTS),
            new NotPlayed("AWS::Logs::LogGroup", "", "the host logs to its own error stream"),
            new NotPlayed("AWS::SES::ConfigurationSet", "", "mail goes to the stand-in's inbox"),
            new NotPlayed(
                    "AWS::SES::ConfigurationSetEventDestination",
                    "",
                    "the stand-in tells the bus itself what came back"),
            new NotPlayed("AWS::CloudFront::Distribution", "", FRONT),
            new NotPlayed("AWS::CloudFront::OriginAccessControl", "", FRONT),
            new NotPlayed("AWS::CloudFront::CachePolicy", "", FRONT),
            new NotPlayed(PAGE_HEADERS, "ResponseHeadersPolicyConfig.Name", "for the console"),
            new NotPlayed(
                    PAGE_HEADERS,
                    "ResponseHeadersPolicyConfig.SecurityHeadersConfig.StrictTransportSecurity.**",
                    "the host answers without TLS"),
            new NotPlayed("AWS::CloudWatch::Alarm", "", WATCH),
            new NotPlayed("AWS::CloudWatch::Dashboard", "", WATCH),
            new NotPlayed("AWS::SNS::Topic", "", WATCH),
            new NotPlayed(ANY, "DeletionPolicy", "nothing is deployed, so nothing is deleted"),
            new NotPlayed(ANY, "UpdateReplacePolicy", "nothing is deployed, so nothing is replaced"),
            new NotPlayed(ANY, "Metadata.SkipBuild", "Maven builds"),
            new NotPlayed(FUNCTION, "Description", "for readers"),
            new NotPlayed(FUNCTION, "CodeUri", "classes are run; LambdaJarTest runs the jars"),
            new NotPlayed(FUNCTION, "Role", RIGHTS),
            new NotPlayed(FUNCTION, "Runtime", "the host's own JVM"),
            new NotPlayed(FUNCTION, "Architectures.**", "the host's own processor"),
            new NotPlayed(FUNCTION, "MemorySize", "functions are told it, and share the host's memory"),
            new NotPlayed(FUNCTION, "EphemeralStorage.**", "functions share the machine's disk"),
            new NotPlayed(FUNCTION, "SnapStart.**", "instances stay warm while the host runs"),
            new NotPlayed(FUNCTION, "AutoPublishAlias", "there is one version"),
            new NotPlayed(FUNCTION, "AutoPublishAliasAllProperties", "there is one version"),
            new NotPlayed(FUNCTION, "LoggingConfig.**", "the host logs to its own error stream"),
            new NotPlayed(FUNCTION, "EventInvokeConfig.MaximumEventAgeInSeconds", "events do not wait in a line here"),
            new NotPlayed("EventBridgeRule", "RetryPolicy.**", "delivery inside one machine does not fail"),
            new NotPlayed("ScheduleV2", "RetryPolicy.**", "delivery inside one machine does not fail"),
            new NotPlayed("ScheduleV2", "OmitName", "for the console"),
            new NotPlayed("AWS::Serverless::HttpApi", "StageName", "there is one stage"),
            new NotPlayed("AWS::Serverless::HttpApi", "AccessLogSettings.**", "the host keeps no log of requests"),
            new NotPlayed(
                    "AWS::Serverless::HttpApi",
                    "Auth.Authorizers.*.JwtConfiguration.**",
                    "tokens are those of the host's own sign-in"),
            new NotPlayed("AWS::Serverless::LayerVersion", "Description", "for readers"),
            new NotPlayed("AWS::Serverless::LayerVersion", "CompatibleRuntimes.**", "the host's own JVM"),
            new NotPlayed("AWS::Serverless::LayerVersion", "CompatibleArchitectures.**", "the host's own processor"),
            new NotPlayed("AWS::Serverless::LayerVersion", "RetentionPolicy", "there is one version"),
            new NotPlayed(TABLE, "BillingMode", "the engine is free"),
            new NotPlayed(TABLE, "PointInTimeRecoverySpecification.**", "the data folder is copied instead"),
            new NotPlayed(TABLE, "DeletionProtectionEnabled", "nothing is deployed, so nothing is deleted"),
            new NotPlayed(TABLE, "SSESpecification.**", "the machine's disk is encrypted or not"),
            new NotPlayed(BUCKET, "BucketEncryption.**", "the machine's disk is encrypted or not"),
            new NotPlayed(BUCKET, "PublicAccessBlockConfiguration.**", "only this machine reaches the host"),
            new NotPlayed(BUCKET, "OwnershipControls.**", "there is one owner"),
            new NotPlayed(BUCKET, "VersioningConfiguration.**", "no function asks for an older version"),
            new NotPlayed(BUCKET, "CorsConfiguration.**", "pages and uploads have one origin here"),
            new NotPlayed(BUCKET, "LifecycleConfiguration.**", "disks have one class of storage"),
            new NotPlayed("AWS::SQS::Queue", "MessageRetentionPeriod", "failures stay until the data folder goes"),
            new NotPlayed("AWS::SQS::Queue", "SqsManagedSseEnabled", "the machine's disk is encrypted or not"),
            new NotPlayed("AWS::SecretsManager::Secret", "Description", "for readers"),
            new NotPlayed(
                    "AWS::SecretsManager::Secret", "GenerateSecretString.**", "the stand-in makes its own random key"));

    /** The type and the property, shortened, as the start of the host prints it. */
    String label() {
        var name = type.startsWith("AWS::") ? type.substring("AWS::".length()) : type;
        return property.isEmpty() ? name : name + " " + property.replace(".**", "");
    }
}
