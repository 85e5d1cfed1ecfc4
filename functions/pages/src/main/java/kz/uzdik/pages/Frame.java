package kz.uzdik.pages;

import kz.uzdik.contest.definition.Text;
import org.jspecify.annotations.Nullable;

/**
 * What is around every page: head, the way to the other language, navigation.
 *
 * @param contest the contest's title
 * @param words of the page's language
 */
record Frame(Text contest, PageWords words) {

    private static final String HEAD = """
        <!doctype html>
        <html lang="{}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{} · Үздік</title>
        <link rel="icon" href="/icon.svg" type="image/svg+xml">
        <link rel="stylesheet" href="/app.css">
        {}</head>
        <body>
        <a class="skip" href="#main">{}</a>
        <header class="top"><div class="bar">
        <a class="brand" href="{}">Үздік<small>{}</small></a>
        {}<nav aria-label="{}"><a href="{}"{}>{}</a><a href="/results.html">{}</a><a href="{}"{}>{}</a></nav>
        </div></header>
        <main id="main" class="narrow" tabindex="-1">
        """;

    private static final String FOOT = """
        </main>
        <footer class="bottom">{} <a href="/secretary.html">{}</a><a href="/commission.html">{}</a><a href="/agency.html">{}</a></footer>
        </body>
        </html>
        """;

    /** The page's place in the navigation. */
    enum Place {
        VOTE,
        RECEIPT
    }

    /**
     * A whole page.
     *
     * @param twin path of the same page in the other language; null where there is none
     * @param script path of the page's module; null where it has none
     */
    String page(String title, Place place, @Nullable String twin, @Nullable String script, Html content) {
        var home = home(words.language());
        return Html.of(
                        HEAD,
                        words.language(),
                        title,
                        script == null ? new Html() : Html.of("<script type=\"module\" src=\"{}\"></script>\n", script),
                        words.get("skip"),
                        home,
                        contest.in(words.language()),
                        languages(twin),
                        words.get("pages"),
                        home,
                        current(place == Place.VOTE),
                        words.get("vote"),
                        words.get("results"),
                        ReceiptPage.path(words.language()),
                        current(place == Place.RECEIPT),
                        words.get("receiptCheck"))
                .add("{}", content)
                .add(FOOT, words.get("staff"), words.get("secretary"), words.get("commission"), words.get("agency"))
                .toString();
    }

    /** Path of the front page in {@code language}. */
    static String home(String language) {
        return language.equals("ru") ? "/ru.html" : "/";
    }

    private static Html current(boolean here) {
        return Html.trusted(here ? " aria-current=\"page\"" : "");
    }

    private Html languages(@Nullable String twin) {
        if (twin == null) {
            return new Html();
        }
        var here = "<span lang=\"{}\" aria-current=\"true\">{}</span>";
        var there = "<a href=\"{}\" lang=\"{}\" hreflang=\"{}\">{}</a>";
        var kk = words.language().equals("kk")
                ? Html.of(here, "kk", "Қазақша")
                : Html.of(there, twin, "kk", "kk", "Қазақша");
        var ru = words.language().equals("ru")
                ? Html.of(here, "ru", "Русский")
                : Html.of(there, twin, "ru", "ru", "Русский");
        return Html.of(
                "<div class=\"langs\" role=\"group\" aria-label=\"{}\">{}{}</div>\n", words.get("languages"), kk, ru);
    }
}
