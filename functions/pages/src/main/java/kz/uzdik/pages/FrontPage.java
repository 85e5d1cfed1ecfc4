package kz.uzdik.pages;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.pages.Frame.Place;

/** The way to one's akim: the front page with the oblasts, and a page per oblast with its districts and okrugs. */
public final class FrontPage {

    private final PageWords words;
    private final Frame frame;

    public FrontPage(ContestDefinition definition, String language) {
        this.words = PageWords.in(language);
        this.frame = new Frame(definition.title(), words);
    }

    /**
     * A survey as the front page shows it.
     *
     * @param akims empty before they are known
     */
    public record Listing(Survey survey, List<Akim> akims) {
        public Listing {
            akims = List.copyOf(akims);
        }
    }

    /** Key of the front page in the public bucket. */
    public static String key(String language) {
        return language.equals("ru") ? "ru.html" : "index.html";
    }

    /** Key of an oblast's page in the public bucket. */
    public static String key(Survey survey, String oblast, String language) {
        return "vote/" + survey.id() + "/" + oblast + "-" + language + ".html";
    }

    /** The front page as it is at {@code now}, local time of the contest. */
    public String page(List<Listing> listings, LocalDateTime now) {
        var content =
                Html.of("<h1>{}</h1>\n<p>{}</p>\n<div id=\"unsent\"></div>\n", words.get("title"), words.get("lead"));
        listings.forEach(listing -> content.add("{}", survey(listing, listings.size() > 1, now)));
        content.add("<p><a href=\"/results.html\">{}</a></p>\n", words.get("toResults"));
        content.add(
                "<script type=\"application/json\" id=\"words\">{}</script>\n", words.script("js.all.", "js.find."));
        var other = words.language().equals("ru") ? "kk" : "ru";
        return frame.page(words.get("title"), Place.VOTE, Frame.home(other), "/find.js", content);
    }

    /** One of the surveys that residents find here; named only where there are {@code several}. */
    private Html survey(Listing listing, boolean several, LocalDateTime now) {
        var survey = listing.survey();
        var opens = words.when(survey.window().opens());
        var closes = words.when(survey.window().closes());
        var title = several ? Html.of("<h2>{}</h2>\n", survey.title().in(words.language())) : new Html();
        if (!now.isBefore(survey.window().closes())) {
            return title.add(
                    "<section class=\"card\"><h2>{}</h2><p>{}</p></section>\n",
                    words.get("over"),
                    words.get("overWhen", "closes", closes));
        }
        if (listing.akims().isEmpty()) {
            return title.add(
                    "<section class=\"card\"><h2>{}</h2><p><strong>{}</strong></p><p>{}</p></section>\n",
                    words.get("empty"),
                    words.get("emptyWhen", "opens", opens, "closes", closes),
                    words.get("emptyWhat"));
        }
        return title.add(
                        "<p class=\"soft small\">{}</p>\n<section class=\"card\">\n",
                        words.get("window", "opens", opens, "closes", closes))
                .add("{}", search(survey))
                .add("<h2>{}</h2>\n<ul class=\"list\">\n", words.get("oblasts"))
                .add("{}", oblasts(listing))
                .add("</ul>\n</section>\n");
    }

    /** Hidden until the script that does the searching is there. */
    private Html search(Survey survey) {
        return Html.of(
                """
                <div class="find" data-survey="{}" hidden><label for="find-{}">{}</label>
                <input id="find-{}" type="search" autocomplete="off" aria-describedby="find-{}-hint">
                <span class="hint" id="find-{}-hint">{}</span><div class="found" role="status"></div></div>
                """,
                survey.id(),
                survey.id(),
                words.get("find"),
                survey.id(),
                survey.id(),
                survey.id(),
                words.get("findHint"));
    }

    private Html oblasts(Listing listing) {
        var names = new LinkedHashMap<String, Text>();
        listing.akims().stream()
                .sorted(Comparator.comparing(Akim::oblast))
                .forEach(akim -> names.put(akim.oblast(), akim.oblastName()));
        var list = new Html();
        names.forEach((kato, name) -> list.add(
                "<li><a class=\"go\" href=\"/{}\">{}</a></li>\n",
                key(listing.survey(), kato, words.language()),
                name.in(words.language())));
        return list;
    }

    /** The page of one oblast: those of {@code listing} who are its akims, by district. */
    public String oblast(Listing listing, String oblast) {
        var akims = listing.akims().stream()
                .filter(akim -> akim.oblast().equals(oblast))
                .sorted(Comparator.comparing(Akim::okrug))
                .toList();
        var name = akims.getFirst().oblastName().in(words.language());
        var title = words.get("oblastTitle", "oblast", name);
        var content = Html.of(
                "<p><a href=\"{}\">{}</a></p>\n<h1>{}</h1>\n",
                Frame.home(words.language()),
                words.get("allOblasts"),
                title);
        for (var district : grouped(akims, Akim::district)) {
            content.add(
                    "<section class=\"card\"><h2>{}</h2><ul class=\"list\">\n",
                    district.getFirst().districtName().in(words.language()));
            for (var akim : district) {
                content.add(
                        "<li><a class=\"go\" href=\"/{}\"><strong>{}</strong> {}</a></li>\n",
                        BallotPage.key(listing.survey(), akim.okrug(), words.language()),
                        akim.okrugName().in(words.language()),
                        akim.name());
            }
            content.add("</ul></section>\n");
        }
        var other = words.language().equals("ru") ? "kk" : "ru";
        return frame.page(title, Place.VOTE, "/" + key(listing.survey(), oblast, other), null, content);
    }

    private static List<List<Akim>> grouped(List<Akim> akims, Function<Akim, String> by) {
        var groups = new LinkedHashMap<String, List<Akim>>();
        akims.forEach(akim ->
                groups.computeIfAbsent(by.apply(akim), key -> new ArrayList<>()).add(akim));
        return List.copyOf(groups.values());
    }
}
