package kz.uzdik.mail;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import kz.uzdik.store.OutgoingMail;
import kz.uzdik.wiring.Wiring;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.BadRequestException;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.Message;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageRejectedException;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/**
 * Sends letters by SES. The client never tries again by itself: only the stream does, after the outbox has been asked,
 * so that a lost answer does not send a second copy unasked.
 */
final class Post {

    /** Longest call to SES, well below the outbox's lease. */
    private static final Duration LONGEST_CALL = Duration.ofSeconds(10);

    /** Tells a second copy of a mail from the first; SES sets Message-ID itself. */
    static final String HEADER = "X-Uzdik-Mail";

    private final SesV2Client client;
    private final String from;
    private final String configurationSet;

    Post(Wiring wiring) {
        this.client = wiring.client(
                SesV2Client.builder()
                        .overrideConfiguration(
                                o -> o.apiCallTimeout(LONGEST_CALL).retryStrategy(AwsRetryStrategy.doNotRetry())),
                "SESV2");
        this.from = wiring.required("MAIL_FROM");
        this.configurationSet = wiring.environment().getOrDefault("CONFIGURATION_SET", "");
    }

    /** What SES said. */
    sealed interface Answer {

        /** Accepted, under SES's own id. */
        record Accepted(String messageId) implements Answer {}

        /**
         * Refused, and would be again: a bad or suppressed address, content that SES does not take.
         *
         * @param message in SES's words, which may name the address
         */
        record Refused(String code, String message) implements Answer {}

        /** Not now: throttled, paused, unreachable, or set up wrongly. */
        record Later(SdkException why) implements Answer {}
    }

    /**
     * Hands {@code letter} to SES for the recipient of {@code mail}.
     *
     * @param tagged whether SES is told the mail's id, and tells it again if the mail comes back
     */
    Answer send(OutgoingMail mail, Letter letter, boolean tagged) {
        try {
            return new Answer.Accepted(
                    client.sendEmail(request(mail, letter, tagged)).messageId());
        } catch (MessageRejectedException | BadRequestException e) {
            return refused(e);
        } catch (SdkException e) {
            return new Answer.Later(e);
        }
    }

    private static Answer refused(AwsServiceException e) {
        var details = e.awsErrorDetails();
        return details == null
                ? new Answer.Refused(e.getClass().getSimpleName(), String.valueOf(e.getMessage()))
                : new Answer.Refused(details.errorCode(), details.errorMessage());
    }

    private SendEmailRequest request(OutgoingMail mail, Letter letter, boolean tagged) {
        var message = Message.builder()
                .subject(utf8(letter.subject()))
                .body(b -> b.text(utf8(letter.text())).html(utf8(letter.html())))
                .headers(MessageHeader.builder()
                        .name(HEADER)
                        .value(number(mail.id()))
                        .build())
                .build();
        var tags = new ArrayList<MessageTag>();
        tags.add(MessageTag.builder().name("kind").value(mail.kind()).build());
        if (tagged) {
            MailTag.value(mail.id())
                    .ifPresent(value -> tags.add(
                            MessageTag.builder().name(MailTag.NAME).value(value).build()));
        }
        var request = SendEmailRequest.builder()
                .fromEmailAddress(from)
                .destination(d -> d.toAddresses(mail.to()))
                .content(c -> c.simple(message))
                .emailTags(tags);
        if (!configurationSet.isBlank()) {
            request.configurationSetName(configurationSet);
        }
        return request.build();
    }

    /** The same mail has the same number, from which its id cannot be read. */
    static String number(String id) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private static Content utf8(String data) {
        return Content.builder().charset("UTF-8").data(data).build();
    }
}
