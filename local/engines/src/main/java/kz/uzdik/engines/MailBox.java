package kz.uzdik.engines;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The mails taken so far: in memory and, with a folder, as {@code 00001.eml} and a line of JSON each. */
final class MailBox {

    private static final String INDEX = "mails.jsonl";

    private final @Nullable Path folder;
    private final List<Mail> mails = new ArrayList<>();

    MailBox(@Nullable Path folder) {
        this.folder = folder;
        try {
            if (folder != null && Files.exists(folder.resolve(INDEX))) {
                for (var line : Files.readAllLines(folder.resolve(INDEX))) {
                    readLine(line);
                }
            } else if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line that was cut short when the host was killed is no mail: SES did not answer for it. */
    private void readLine(String line) {
        try {
            mails.add(fromJson(line));
        } catch (IOException e) {
            System.getLogger(MailBox.class.getName()).log(System.Logger.Level.WARNING, "half a mail left out", e);
        }
    }

    synchronized int nextNumber() {
        return mails.size() + 1;
    }

    synchronized List<Mail> all() {
        return List.copyOf(mails);
    }

    /** Keeps {@code mail}, given its number, and wakes whoever waits. */
    synchronized void add(Mail mail) {
        if (folder != null) {
            try {
                Files.writeString(folder.resolve("%05d.eml".formatted(mail.number())), Eml.of(mail));
                Files.writeString(
                        folder.resolve(INDEX),
                        toJson(mail) + "\n",
                        StandardCharsets.UTF_8,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        mails.add(mail);
        notifyAll();
    }

    /** Waits until there are {@code count} mails or {@code millis} are over; gives what there is. */
    synchronized List<Mail> await(int count, long millis) throws InterruptedException {
        var deadline = System.nanoTime() + millis * 1_000_000;
        while (mails.size() < count) {
            var left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        return List.copyOf(mails);
    }

    static ObjectNode node(Mail mail) {
        var node = LocalHttp.JSON
                .createObjectNode()
                .put("number", mail.number())
                .put("id", mail.id())
                .put("at", mail.at().toString())
                .put("from", mail.from());
        node.set("to", LocalHttp.JSON.valueToTree(mail.to()));
        node.put("subject", mail.subject()).put("text", mail.text()).put("html", mail.html());
        node.set("tags", LocalHttp.JSON.valueToTree(mail.tags()));
        return node.put("fate", mail.fate());
    }

    private static String toJson(Mail mail) throws IOException {
        return LocalHttp.JSON.writeValueAsString(node(mail));
    }

    private static Mail fromJson(String line) throws IOException {
        var node = LocalHttp.JSON.readTree(line);
        return new Mail(
                node.path("number").asInt(),
                node.path("id").asText(),
                Instant.parse(node.path("at").asText()),
                node.path("from").asText(),
                LocalHttp.JSON.convertValue(node.path("to"), new TypeReference<List<String>>() {}),
                node.path("subject").asText(),
                node.path("text").asText(),
                node.path("html").asText(),
                LocalHttp.JSON.convertValue(node.path("tags"), new TypeReference<Map<String, String>>() {}),
                node.path("fate").asText());
    }
}
