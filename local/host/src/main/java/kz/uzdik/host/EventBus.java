package kz.uzdik.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import kz.uzdik.engines.LocalAws;
import kz.uzdik.engines.Mail;
import kz.uzdik.engines.S3Server.ObjectCreated;
import org.jspecify.annotations.Nullable;

/**
 * EventBridge's default bus: each event goes to the functions whose rules it fits. With a folder, an event is written
 * down before its source goes on, and put away when it is done with, so that a killed host loses none.
 */
final class EventBus {

    /** A rule and whom it calls. */
    record Target(
            EventPattern pattern,
            LocalFunction function,
            @Nullable String queue) {}

    private final List<Target> targets;
    private final AsyncCalls calls;
    private final Activity activity;
    private final InstantSource clock;
    private final @Nullable Path folder;

    EventBus(List<Target> targets, AsyncCalls calls, Activity activity, InstantSource clock, @Nullable Path folder) {
        this.targets = List.copyOf(targets);
        this.calls = calls;
        this.activity = activity;
        this.clock = clock;
        this.folder = folder;
    }

    /** Delivers what an earlier run left. */
    void resume() {
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
            try (var files = Files.list(folder)) {
                files.filter(f -> f.toString().endsWith(".json")).sorted().forEach(file -> {
                    try {
                        var event = HostJson.read(Files.readAllBytes(file));
                        activity.start(() -> deliver(event, file));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the news of an object as S3 tells it. */
    void objectCreated(ObjectCreated object) {
        publish(event("aws.s3", "Object Created", "arn:aws:s3:::" + object.bucket(), detail(object)));
    }

    /** Takes the news of a mail that bounced or was complained of as SES tells it. */
    void mailReturned(Mail mail) {
        var complaint = mail.fate().equals("COMPLAINT");
        publish(event(
                "aws.ses",
                complaint ? "Email Complaint Received" : "Email Bounced",
                "arn:aws:ses:" + LocalAws.REGION + ":" + LocalAws.ACCOUNT + ":identity/" + mail.from(),
                detail(mail, complaint)));
    }

    /** Takes {@code event}; it is delivered in its own time. */
    void publish(ObjectNode event) {
        if (targets.stream().noneMatch(t -> t.pattern().matches(event))) {
            return;
        }
        var file = folder == null ? null : folder.resolve(event.path("id").asText() + ".json");
        if (file != null) {
            Kept.write(file, HostJson.bytes(event));
        }
        activity.start(() -> deliver(event, file));
    }

    private void deliver(JsonNode event, @Nullable Path file) {
        var bytes = HostJson.bytes(event);
        var done = true;
        for (var target : targets) {
            if (target.pattern().matches(event)) {
                done &= calls.call(target.function(), bytes, target.queue());
            }
        }
        if (done && file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private ObjectNode event(String source, String type, String resource, ObjectNode detail) {
        var event = HostJson.object()
                .put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", type)
                .put("source", source)
                .put("account", LocalAws.ACCOUNT)
                .put("time", Times.seconds(clock.instant()))
                .put("region", LocalAws.REGION);
        event.putArray("resources").add(resource);
        event.set("detail", detail);
        return event;
    }

    private static ObjectNode detail(Mail mail, boolean complaint) {
        var detail = HostJson.object().put("eventType", complaint ? "Complaint" : "Bounce");
        var told = detail.putObject(complaint ? "complaint" : "bounce");
        if (complaint) {
            told.put("complaintFeedbackType", "abuse");
        } else {
            told.put("bounceType", "Permanent")
                    .put("bounceSubType", mail.fate().equals("SUPPRESSED") ? "OnAccountSuppressionList" : "General");
        }
        var recipients = told.putArray(complaint ? "complainedRecipients" : "bouncedRecipients");
        mail.to().forEach(address -> recipients.addObject().put("emailAddress", address));
        told.put("timestamp", mail.at().toString());
        var about = detail.putObject("mail")
                .put("timestamp", mail.at().toString())
                .put("source", mail.from())
                .put("messageId", mail.id());
        var to = about.putArray("destination");
        mail.to().forEach(to::add);
        var tags = about.putObject("tags");
        mail.tags().forEach((name, value) -> tags.putArray(name).add(value));
        return detail;
    }

    private static ObjectNode detail(ObjectCreated created) {
        var detail = HostJson.object().put("version", "0");
        detail.putObject("bucket").put("name", created.bucket());
        var object = detail.putObject("object")
                .put("key", created.key())
                .put("size", created.size())
                .put("etag", created.etag());
        if (created.versionId() != null) {
            object.put("version-id", created.versionId());
        }
        object.put("sequencer", "%016X".formatted(System.nanoTime()));
        return detail.put("request-id", UUID.randomUUID().toString())
                .put("requester", LocalAws.ACCOUNT)
                .put("source-ip-address", "127.0.0.1")
                .put("reason", "PutObject");
    }
}
