package kz.uzdik.pages;

import java.util.Map;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Identity;
import kz.uzdik.contest.definition.Question;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.pages.Frame.Place;
import org.jspecify.annotations.Nullable;

/**
 * A ballot on one akim, in three steps that work as plain forms: the questions and who one is; the code; the receipt.
 * A script takes the same forms over where it runs.
 */
public final class BallotPage {

    /** What the names of the answers' fields begin with; a question's id follows. */
    public static final String ANSWER = "answer.";

    private final ContestDefinition definition;
    private final Survey survey;
    private final PageWords words;
    private final Frame frame;

    public BallotPage(ContestDefinition definition, Survey survey, String language) {
        this.definition = definition;
        this.survey = survey;
        this.words = PageWords.in(language);
        this.frame = new Frame(definition.title(), words);
    }

    /** Key of the page about the akim of {@code okrug} in the public bucket. */
    public static String key(Survey survey, String okrug, String language) {
        return "vote/" + survey.id() + "/" + okrug + "-" + language + ".html";
    }

    /** The page as it is published, with everything that the script needs. */
    public String published(Akim akim) {
        var form = new BallotForm(survey, words, Map.of(), null);
        var content = head(words.get("formTitle"), akim)
                .add("{}{}", window(), needsScript())
                .add("<div id=\"says\" role=\"status\"></div>\n<div id=\"trouble\"></div>\n{}", form.questions(akim))
                .add("<template id=\"code-step\" data-title=\"{}\">{}</template>\n", proofTitle(), form.proof("", 0))
                .add(
                        "<template id=\"receipt-step\" data-title=\"{}\">{}</template>\n",
                        words.get("accepted"),
                        receiptCard("", ""))
                .add("<template id=\"dispute-step\">{}</template>\n", form.dispute())
                .add(
                        "<template id=\"disputed-step\" data-title=\"{}\">{}</template>\n",
                        words.get("disputed"),
                        disputedCard("", ""))
                .add(
                        "<script type=\"application/json\" id=\"words\">{}</script>\n",
                        words.script("js.all.", "js.vote.", "js." + by() + "."));
        var other = words.language().equals("ru") ? "kk" : "ru";
        return frame.page(
                words.get("formTitle") + ": " + akim.okrugName().in(words.language()),
                Place.VOTE,
                "/" + key(survey, akim.okrug(), other),
                "/vote-" + by() + ".js",
                content);
    }

    /** The page of an akim who is not asked about any more. */
    public String withdrawn(Akim akim) {
        return step(
                words.get("turnedAway"),
                head(words.get("turnedAway"), akim)
                        .add(
                                "<p id=\"withdrawn\">{}</p>\n<p><a href=\"{}\">{}</a></p>\n",
                                words.get("withdrawn"),
                                Frame.home(words.language()),
                                words.get("otherAkim")));
    }

    /** What the survey's identity is called in the names of scripts and words. */
    private String by() {
        return switch (survey.identity()) {
            case Identity.Code code -> "code";
            case Identity.Invite invite -> "invite";
            case Identity.Oidc oidc -> "oidc";
        };
    }

    private String proofTitle() {
        return switch (survey.identity()) {
            case Identity.Code code -> words.get("codeTitle");
            case Identity.Invite invite -> words.get("tokenTitle");
            case Identity.Oidc oidc -> words.get("signInTitle");
        };
    }

    /** The first step again, with what was typed, because of {@code trouble}. */
    public String again(Map<String, String> typed, Trouble trouble) {
        var form = new BallotForm(survey, words, typed, trouble);
        var akim = akim(typed);
        return step(
                words.get("formTitle"),
                head(words.get("formTitle"), akim).add("{}{}", form.notice(), form.questions(akim)));
    }

    /**
     * The second step, the code or the token: everything typed so far travels in hidden fields, the ballot's id with it,
     * so that the same form sent twice is the same ballot.
     *
     * @param typed the fields of the first step, and {@code ballot}
     * @param minutes how long a code holds good
     */
    public String proof(Map<String, String> typed, long minutes, @Nullable Trouble trouble) {
        var form = new BallotForm(survey, words, typed, trouble);
        return step(
                proofTitle(),
                head(proofTitle(), akim(typed))
                        .add("{}{}", form.notice(), form.proof(typed.getOrDefault("contact", ""), minutes))
                        .add("<p class=\"soft small\">{}</p>\n", words.get("sendAgainSafe")));
    }

    /** A ballot that cannot be taken, whatever is typed. */
    public String refused(Map<String, String> typed, Trouble trouble) {
        var form = new BallotForm(survey, words, typed, trouble);
        return step(
                words.get("turnedAway"),
                head(words.get("turnedAway"), akim(typed))
                        .add(
                                "{}<p><a href=\"{}\">{}</a></p>\n",
                                form.notice(),
                                Frame.home(words.language()),
                                words.get("otherAkim")));
    }

    /** What follows where one signs in and the form was sent without the script that takes the provider's answer. */
    public String withoutScript(Map<String, String> typed) {
        var akim = akim(typed);
        return step(
                words.get("turnedAway"),
                head(words.get("turnedAway"), akim)
                        .add(
                                "{}<p><a href=\"/{}\">{}</a></p>\n",
                                scriptNeeded(),
                                key(survey, akim.okrug(), words.language()),
                                words.get("formTitle")));
    }

    /** A ballot that was not taken for a reason that the resident may dispute. */
    public String disputable(Map<String, String> typed, Trouble trouble) {
        var form = new BallotForm(survey, words, typed, trouble);
        return step(
                words.get("turnedAway"),
                head(words.get("turnedAway"), akim(typed))
                        .add(
                                "{}{}<p><a href=\"{}\">{}</a></p>\n",
                                form.notice(),
                                form.dispute(),
                                Frame.home(words.language()),
                                words.get("otherAkim")));
    }

    /** What follows on a dispute: its number, and what happens next. */
    public String disputed(String number) {
        return step(
                words.get("disputed"),
                Html.of("<h1>{}</h1>\n{}", words.get("disputed"), disputedCard(number, aloud(number))));
    }

    /** The last step. */
    public String receipt(String receipt) {
        return step(
                words.get("accepted"),
                Html.of("<h1>{}</h1>\n{}", words.get("accepted"), receiptCard(receipt, aloud(receipt))));
    }

    private String aloud(String number) {
        return words.get(
                "receiptAloud",
                "letters",
                number.chars()
                        .mapToObj(Character::toString)
                        .collect(Collectors.joining(" "))
                        .replace(" - ", ", "));
    }

    private String step(String title, Html content) {
        return frame.page(title, Place.VOTE, null, null, content);
    }

    private Akim akim(Map<String, String> typed) {
        return Akim.of(definition, typed.getOrDefault("candidate", ""), typed.getOrDefault("ticket", ""));
    }

    private Html head(String title, Akim akim) {
        var name = akim.name().isEmpty() ? new Html() : Html.of("<strong>{}</strong><br>", akim.name());
        return Html.of("<h1>{}</h1>\n<p id=\"akim\">{}{}</p>\n", title, name, akim.where(words.language()));
    }

    private Html window() {
        return Html.of(
                "<p class=\"soft small\" id=\"window\">{}</p>\n",
                words.get(
                        "window",
                        "opens",
                        words.when(survey.window().opens()),
                        "closes",
                        words.when(survey.window().closes())));
    }

    private Html needsScript() {
        return survey.identity() instanceof Identity.Oidc
                ? Html.of("<noscript><style>#ballot {display: none}</style>{}</noscript>\n", scriptNeeded())
                : new Html();
    }

    private Html scriptNeeded() {
        return Html.of("<div class=\"note warn\"><p>{}</p></div>", words.get("needsScript"));
    }

    private Html receiptCard(String receipt, String aloud) {
        return numberCard("receipt", receipt, aloud, "receiptWhat")
                .add("""
                    <div class="row"><a class="button second" href="{}">{}</a></div>
                    {}\
                    """, ReceiptPage.path(words.language()), words.get("checkIt"), another());
    }

    private Html disputedCard(String number, String aloud) {
        return numberCard("disputeNumber", number, aloud, "disputedNext")
                .add("<div class=\"row\"></div>\n{}", another());
    }

    /** A number to keep; {@code label} and {@code what} are the names of the words around it. */
    private Html numberCard(String label, String number, String aloud, String what) {
        return Html.of("""
            <section class="card"><p class="label" id="receipt-label">{}</p>
            <p class="receipt" id="receipt" aria-labelledby="receipt-label">{}</p>
            <p class="soft" id="aloud" data-words="{}">{}</p>
            <p>{}</p></section>
            """, words.get(label), number, words.get("receiptAloud"), aloud, words.get(what));
    }

    private Html another() {
        return Html.of(
                "<p><a id=\"another\" href=\"{}\">{}</a></p>\n", Frame.home(words.language()), words.get("another"));
    }

    /** The name that the answer to {@code question} has in the form. */
    static String name(Question question) {
        return ANSWER + question.id();
    }
}
