package kz.uzdik.mail;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.store.OutgoingMail;

/**
 * Words the mails. A kind has a template per language, {@code <kind>.kk.mustache} and {@code <kind>.ru.mustache}: the
 * subject on the first line, then paragraphs. A letter has both languages, Kazakh first. Its HTML is made from the
 * finished text, so that the two never differ and no value can bring markup of its own.
 */
public final class Letters {

    /** Every kind of mail there is. */
    public static final List<String> KINDS = List.of(
            "vote-code",
            "dossier-registered",
            "dossier-checked",
            "dossier-decided",
            "dossier-appealed",
            "dossier-joined",
            "dossier-reminder",
            "handover-reminder",
            "stage-result",
            "announcement",
            "stage-corrected",
            "stage-removed",
            "announcement-corrected");

    private static final List<String> OUTCOMES = List.of("ADMITTED", "REFUSED");

    private static final List<String> LANGUAGES = List.of("kk", "ru");

    private final Map<String, Template> templates;
    private final Text contest;
    private final String publicUrl;

    /**
     * Reads and compiles all templates, so that a broken one stops the start.
     *
     * @param contest the contest's title
     * @param publicUrl where the contest's pages are; named in every letter as its only address
     */
    public Letters(Text contest, String publicUrl) {
        this.contest = contest;
        this.publicUrl = publicUrl;
        var compiler =
                Mustache.compiler().escapeHTML(false).strictSections(true).emptyStringIsFalse(true);
        this.templates = KINDS.stream()
                .flatMap(kind -> LANGUAGES.stream().map(language -> kind + "." + language))
                .collect(Collectors.toUnmodifiableMap(Function.identity(), name -> compiler.compile(read(name))));
    }

    /**
     * The letter for {@code mail}.
     *
     * @throws UnreadableMailException where its kind is unknown or a value that the template needs is missing
     */
    public Letter letter(OutgoingMail mail) {
        var kk = render(mail, "kk");
        var ru = render(mail, "ru");
        return new Letter(
                kk.subject() + " / " + ru.subject(),
                kk.body() + "\n\n" + "— ".repeat(12).strip() + "\n\n" + ru.body() + "\n",
                LetterHtml.page(kk.body(), ru.body()));
    }

    private Part render(OutgoingMail mail, String language) {
        var template = templates.get(mail.kind() + "." + language);
        if (template == null) {
            throw new UnreadableMailException("no template for the kind " + mail.kind(), null);
        }
        try {
            var lines = template.execute(context(mail, language)).strip().split("\n", 2);
            return new Part(oneLine(lines[0]), lines[1].strip().replaceAll("\n{3,}", "\n\n"));
        } catch (RuntimeException e) {
            throw new UnreadableMailException("the template " + mail.kind() + " lacks a value", e);
        }
    }

    /** The mail's values, the contest's name and address, and a flag per outcome if there is one. */
    private Map<String, Object> context(OutgoingMail mail, String language) {
        var context = new HashMap<String, Object>();
        mail.values().forEach((name, value) -> context.put(name, DateWords.readable(value)));
        context.put("contest", contest.in(language));
        context.put("site", publicUrl);
        var outcome = mail.values().getOrDefault("outcome", "");
        if (OUTCOMES.contains(outcome)) {
            OUTCOMES.forEach(o -> context.put(o.toLowerCase(Locale.ROOT), o.equals(outcome)));
        }
        return context;
    }

    private static String oneLine(String subject) {
        return subject.replaceAll("\\p{Cntrl}", " ").strip();
    }

    private static String read(String name) {
        try (var in = Letters.class.getResourceAsStream(name + ".mustache")) {
            if (in == null) {
                throw new IllegalStateException("the template " + name + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Part(String subject, String body) {}
}
