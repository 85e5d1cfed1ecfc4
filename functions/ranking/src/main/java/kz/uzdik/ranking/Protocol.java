package kz.uzdik.ranking;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.uzdik.store.AnnouncedStage;

/** The protocol of a stage as HTML: the same facts give the same text, and every value is escaped. */
public final class Protocol {

    /** The languages that it is written in. */
    public static final List<String> LANGUAGES = List.of("kk", "ru");

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");
    private static final Template TEMPLATE = template();

    private Protocol() {}

    /** The protocol in {@code language}, one of {@link #LANGUAGES}. */
    public static String of(AnnouncedStage announced, String language) {
        var bulletin = new Bulletin(announced);
        var definition = bulletin.definition();
        var announcement = announced.announcement();
        var model = new HashMap<String, Object>();
        model.put("language", language);
        model.put("w", Words.in(language).all());
        model.put("contest", definition.title().in(language));
        model.put("stage", bulletin.stage().title().in(language));
        model.put("instant", announcement.announcedAt().toString());
        model.put("announcedAt", LOCAL.format(announcement.announcedAt().atZone(definition.zone())));
        model.put("version", definition.version());
        model.put("ratingSha256", announcement.rating());
        model.put("inputsSha256", announcement.inputsSha256());
        correction(model, bulletin, language);
        model.put(
                "scopes",
                bulletin.scopes().stream()
                        .map(scope -> new ProtocolSection(bulletin, scope, language).model())
                        .toList());
        return TEMPLATE.execute(Map.copyOf(model));
    }

    private static void correction(Map<String, Object> model, Bulletin bulletin, String language) {
        var corrects = bulletin.announced().announcement().corrects();
        var before = bulletin.announced().corrected();
        if (corrects == null || before == null) {
            model.put("corrects", List.of());
            return;
        }
        var changes = bulletin.changes().stream()
                .<Map<String, Object>>map(change -> Map.of(
                        "scope", bulletin.scopeName(change.scope()).in(language),
                        "name", change.name(),
                        "effect", Words.in(language).get("effect." + change.effect()),
                        "before", change.before().in(language),
                        "after", change.after().in(language)))
                .toList();
        model.put(
                "corrects",
                List.of(Map.of(
                        "at",
                                LOCAL.format(before.announcement()
                                        .announcedAt()
                                        .atZone(bulletin.definition().zone())),
                        "evidenceSha256", corrects.evidenceSha256(),
                        "reason", corrects.reason().in(language),
                        "hasChanges", !changes.isEmpty(),
                        "changes", changes)));
    }

    private static Template template() {
        try (var in = Objects.requireNonNull(Protocol.class.getResourceAsStream("protocol.mustache"))) {
            return Mustache.compiler().escapeHTML(true).compile(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
