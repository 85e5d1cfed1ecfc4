package kz.uzdik.pages;

import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.pages.Frame.Place;
import org.jspecify.annotations.Nullable;

/** Where a receipt is looked up: whether its ballot is counted, never what it says. */
public final class ReceiptPage {

    private final PageWords words;
    private final Frame frame;

    public ReceiptPage(ContestDefinition definition, String language) {
        this.words = PageWords.in(language);
        this.frame = new Frame(definition.title(), words);
    }

    /** What was found of a receipt. */
    public enum Found {
        COUNTED,
        NOT_COUNTED,
        NO_RECEIPT
    }

    /** Path of the page in {@code language}. */
    public static String path(String language) {
        return "/" + key(language);
    }

    /** Key of the page in the public bucket. */
    public static String key(String language) {
        return language.equals("ru") ? "receipt-ru.html" : "receipt.html";
    }

    /** The page to begin with; {@code lookups} receipts were found so far. */
    public String page(long lookups) {
        var content = Html.of("<h1>{}</h1>\n{}", words.get("lookTitle"), form("", null))
                .add(
                        "<p class=\"soft\">{} <span class=\"small\">{}</span></p>\n",
                        words.get("lookups", "n", lookups),
                        words.get("lookupsAt"));
        var other = words.language().equals("ru") ? "kk" : "ru";
        return frame.page(words.get("lookTitle"), Place.RECEIPT, path(other), null, content);
    }

    /** The answer to someone who typed {@code receipt}. */
    public String answer(String receipt, Found found) {
        var said = switch (found) {
            case COUNTED ->
                Html.of(
                        "<div class=\"note good\" role=\"status\"><p"
                                + " class=\"receipt\">{}</p><p><strong>{}</strong></p><p>{}</p></div>\n",
                        receipt,
                        words.get("lookFound"),
                        words.get("lookAnnulled"));
            case NOT_COUNTED ->
                Html.of(
                        "<div class=\"note warn\" role=\"status\"><p"
                                + " class=\"receipt\">{}</p><p><strong>{}</strong></p><p>{}</p></div>\n",
                        receipt,
                        words.get("lookNotYet"),
                        words.get("lookNotYetHow"));
            case NO_RECEIPT -> new Html();
        };
        var fault = found == Found.NO_RECEIPT ? words.get("lookBad") : null;
        var content = Html.of("<h1>{}</h1>\n{}{}", words.get("lookTitle"), said, form(receipt, fault));
        return frame.page(words.get("lookTitle"), Place.RECEIPT, null, null, content);
    }

    private Html form(String typed, @Nullable String fault) {
        return Html.of(
                """
                <form class="card" method="get" action="/v1/receipts"><p>{}</p>
                <input type="hidden" name="language" value="{}">
                <div class="field"><label for="receipt">{}</label>{}
                <input id="receipt" class="code" name="receipt" value="{}" required maxlength="40" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="receipt-hint{}"{}>
                <span class="hint" id="receipt-hint">{}</span></div>
                <button class="wide">{}</button></form>
                """,
                words.get("lookWhat"),
                words.language(),
                words.get("receipt"),
                fault == null ? new Html() : Html.of("<span class=\"fault\" id=\"receipt-fault\">{}</span>", fault),
                typed,
                fault == null ? "" : " receipt-fault",
                Html.trusted(fault == null ? "" : " aria-invalid=\"true\""),
                words.get("lookHint"),
                words.get("look"));
    }
}
