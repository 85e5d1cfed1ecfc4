package kz.uzdik.pages;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import kz.uzdik.contest.definition.Identity;
import kz.uzdik.contest.definition.Question;
import kz.uzdik.contest.definition.Scale;
import kz.uzdik.contest.definition.Survey;
import org.jspecify.annotations.Nullable;

/**
 * The forms of a ballot's first two steps.
 *
 * @param typed what is in the fields already, by name
 */
record BallotForm(
        Survey survey,
        PageWords words,
        Map<String, String> typed,
        @Nullable Trouble trouble) {

    private static final String TYPED_ALIKE =
            "class=\"code\" autocomplete=\"off\" autocapitalize=\"characters\" spellcheck=\"false\"";

    /** Why the form comes back; nothing where it does not. */
    Html notice() {
        if (trouble == null) {
            return new Html();
        }
        var html = Html.of(
                "<div class=\"note bad\" role=\"alert\"><p><strong>{}</strong></p>",
                trouble.what().in(words.language()));
        if (trouble.how() != null) {
            html.add("<p>{}</p>", trouble.how().in(words.language()));
        }
        return html.add("</div>\n");
    }

    /** The first step: the questions, and who one is where a code is sent there. */
    Html questions(Akim akim) {
        var byCode = survey.identity() instanceof Identity.Code;
        var form = Html.of(
                """
                <form id="ballot" method="post" action="/v1/surveys/{}/{}" data-survey="{}" data-candidate="{}" data-ticket="{}" data-title="{}">
                <input type="hidden" name="language" value="{}"><input type="hidden" name="candidate" value="{}"><input type="hidden" name="ticket" value="{}">
                <section class="card"><h2>{}</h2><p>{}</p>
                """,
                survey.id(),
                byCode ? "codes" : "ballots",
                survey.id(),
                akim.candidate(),
                akim.ticket(),
                words.get("formTitle"),
                words.language(),
                akim.candidate(),
                akim.ticket(),
                words.get("questions"),
                words.get("questionsHint"));
        survey.questions().forEach(question -> form.add("{}", question(question)));
        if (!byCode) {
            return form.add("<button class=\"wide\">{}</button></section></form>\n", words.get("next"));
        }
        return form.add("</section>\n<section class=\"card\"><h2>{}</h2>\n", words.get("person"))
                .add("{}", field("iin", "inputmode=\"numeric\" autocomplete=\"off\" maxlength=\"20\""))
                .add("{}", field("contact", "type=\"email\" autocomplete=\"email\" maxlength=\"200\""))
                .add("<button class=\"wide\">{}</button></section></form>\n", words.get("getCode"));
    }

    private Html question(Question question) {
        var scale = survey.scale();
        var choices = new Html();
        for (int value = scale.lowest(); value <= scale.highest(); value++) {
            choices.add("{}", choice(question, value, Integer.toString(value)));
        }
        return Html.of(
                """
                <fieldset id="q-{}"><legend>{}</legend>{}<div class="scale">{}</div>
                <div class="ends"><span>{}</span><span>{}</span></div>{}</fieldset>
                """,
                question.id(),
                question.text().in(words.language()),
                fault(BallotPage.name(question)),
                choices,
                words.get("lowest", "n", scale.lowest()),
                words.get("highest", "n", scale.highest()),
                scale.dontKnow() ? choice(question, Scale.DONT_KNOW, words.get("dontKnow")) : new Html());
    }

    private Html choice(Question question, int value, String text) {
        var name = BallotPage.name(question);
        var checked = Integer.toString(value).equals(typed.get(name));
        return Html.of(
                "<label class=\"choice\"><input type=\"radio\" name=\"{}\" value=\"{}\""
                        + " required{}><span>{}</span></label>",
                name,
                value,
                Html.trusted(checked ? " checked" : ""),
                text);
    }

    /**
     * The second step: the code, the token that was handed out, or the way to where one signs in. Without {@code typed}
     * it has no hidden fields, for a script that needs none.
     */
    Html proof(String contact, long minutes) {
        var form = Html.of(
                "<form id=\"code-form\" class=\"card\" method=\"post\" action=\"/v1/surveys/{}/ballots\">\n",
                survey.id());
        form.add("{}", hidden(name -> !name.equals("code") && !name.equals("token")));
        return switch (survey.identity()) {
            case Identity.Code code -> code(form, contact, minutes);
            case Identity.Invite invite ->
                form.add("{}", field("token", TYPED_ALIKE + " maxlength=\"30\""))
                        .add("<button class=\"wide\">{}</button></form>\n", words.get("send"));
            case Identity.Oidc oidc ->
                form.add("<p>{}</p>\n", words.get("signInWhat"))
                        .add("<button class=\"wide\">{}</button></form>\n", words.get("signIn"));
        };
    }

    private Html code(Html form, String contact, long minutes) {
        var sent = words.get("codeSent");
        if (!contact.isEmpty()) {
            sent = words.get("codeSent", "contact", contact, "minutes", minutes);
        }
        return form.add(
                        "<div class=\"note good\"><p id=\"code-sent\">{}</p><p>{}</p></div>\n",
                        sent,
                        words.get("never"))
                .add("{}", field("code", TYPED_ALIKE.replace("off", "one-time-code") + " maxlength=\"20\""))
                .add("<button class=\"wide\">{}</button></form>\n", words.get("send"));
    }

    /** What follows where a vote is refused that can be disputed; of what was typed it sends on who disputes, no answers. */
    Html dispute() {
        return Html.of(
                """
                <form id="dispute" class="card" method="post" action="/v1/surveys/{}/disputes">
                <h2>{}</h2><p>{}</p>
                {}<button class="wide">{}</button></form>
                """,
                survey.id(),
                words.get("disputeTitle"),
                words.get("disputeWhat"),
                hidden(name -> !name.equals("ballot") && !name.startsWith(BallotPage.ANSWER)),
                words.get("disputeDo"));
    }

    private Html hidden(Predicate<String> wanted) {
        var fields = new Html();
        new TreeMap<>(typed).forEach((name, value) -> {
            if (wanted.test(name)) {
                fields.add("<input type=\"hidden\" name=\"{}\" value=\"{}\">", name, value);
            }
        });
        return fields;
    }

    private Html field(String name, String attributes) {
        var fault = trouble == null ? null : trouble.fields().get(name);
        return Html.of(
                """
                <div class="field"><label for="{}">{}</label>{}
                <input id="{}" name="{}" value="{}" required {} aria-describedby="{}-hint{}"{}>
                <span class="hint" id="{}-hint">{}</span></div>
                """,
                name,
                words.get(name),
                fault(name),
                name,
                name,
                name.equals("code") || name.equals("token") ? "" : typed.getOrDefault(name, ""),
                Html.trusted(attributes),
                name,
                fault == null ? "" : " " + name + "-fault",
                Html.trusted(fault == null ? "" : " aria-invalid=\"true\""),
                name,
                words.get(name + "Hint"));
    }

    private Html fault(String name) {
        var fault = trouble == null ? null : trouble.fields().get(name);
        return fault == null
                ? new Html()
                : Html.of("<span class=\"fault\" id=\"{}-fault\">{}</span>", name, fault.in(words.language()));
    }
}
