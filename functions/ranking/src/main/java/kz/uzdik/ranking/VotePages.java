package kz.uzdik.ranking;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import kz.uzdik.contest.definition.Identity;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.files.Published;
import kz.uzdik.pages.Akim;
import kz.uzdik.pages.BallotPage;
import kz.uzdik.pages.FrontPage;
import kz.uzdik.pages.ReceiptPage;

/** The residents' pages in the public bucket: static files that work without a script and before any function answers. */
final class VotePages {

    private static final String HTML = "text/html; charset=utf-8";
    private static final List<String> LANGUAGES = Protocol.LANGUAGES;

    /** A page takes some 20 ms to put; hundreds one after another would outlast the request that announces. */
    private static final int AT_ONCE = 16;

    private final Works works;
    private final CandidatesFile candidates;

    VotePages(Works works, CandidatesFile candidates) {
        this.works = works;
        this.candidates = candidates;
    }

    /**
     * Puts a page for each akim of {@code listing} and for each of their oblasts, with the survey's end as it holds.
     *
     * @param number of the announcement that {@code listing} follows from; pages of a later one stay
     */
    void put(Survey defined, CandidatesFile.Listing listing, int number) {
        if (!isByCode(defined)) {
            return;
        }
        var survey = applied(defined);
        var akims = akims(listing);
        var files = new LinkedHashMap<String, String>();
        for (var language : LANGUAGES) {
            var ballot = new BallotPage(works.definition(), survey, language);
            akims.forEach(akim -> files.put(BallotPage.key(survey, akim.okrug(), language), ballot.published(akim)));
            var front = new FrontPage(works.definition(), language);
            var shown = new FrontPage.Listing(survey, akims);
            for (var oblast : new TreeSet<>(akims.stream().map(Akim::oblast).toList())) {
                files.put(FrontPage.key(survey, oblast, language), front.oblast(shown, oblast));
            }
        }
        putAll(files, number);
    }

    /**
     * Puts in the place of the pages of those in {@code before} and not in {@code now}, the listing of announcement
     * {@code number}, one that says that it is over.
     */
    void withdraw(Survey survey, CandidatesFile.Listing before, CandidatesFile.Listing now, int number) {
        if (!isByCode(survey)) {
            return;
        }
        var left = akims(now).stream().map(Akim::okrug).toList();
        var files = new LinkedHashMap<String, String>();
        for (var language : LANGUAGES) {
            var ballot = new BallotPage(works.definition(), survey, language);
            for (var akim : akims(before)) {
                if (!left.contains(akim.okrug())) {
                    files.put(BallotPage.key(survey, akim.okrug(), language), ballot.withdrawn(akim));
                }
            }
        }
        putAll(files, number);
    }

    /** Puts the pages of {@code survey} as they are now, if its candidates are known. */
    void putAgain(Survey survey) {
        works.facts()
                .announced(survey.after())
                .ifPresent(announced -> put(
                        survey,
                        candidates.of(survey, announced),
                        announced.announcement().number()));
    }

    /** The survey with the end that holds. */
    private Survey applied(Survey survey) {
        return works.surveys().read(survey.id()).orders(survey.id()).applied(survey);
    }

    /** The pages that change with time, by key: the front page, and the one for receipts. */
    Map<String, byte[]> changing(long lookups) {
        var listings = works.definition().surveys().stream()
                .filter(VotePages::isByCode)
                .map(survey -> new FrontPage.Listing(applied(survey), known(survey)))
                .toList();
        var now = LocalDateTime.ofInstant(works.now(), works.definition().zone());
        var files = new LinkedHashMap<String, byte[]>();
        for (var language : LANGUAGES) {
            files.put(FrontPage.key(language), bytes(new FrontPage(works.definition(), language).page(listings, now)));
            files.put(ReceiptPage.key(language), bytes(new ReceiptPage(works.definition(), language).page(lookups)));
        }
        return files;
    }

    /** Puts one of the pages. */
    void put(String key, byte[] page) {
        works.published().put(key, page, HTML, Published.MINUTE);
    }

    /** The pages ask for IIN and code: surveys that know people otherwise have their own way in. */
    private static boolean isByCode(Survey survey) {
        return survey.identity() instanceof Identity.Code;
    }

    private List<Akim> known(Survey survey) {
        if (works.announcements().of(survey.after()).isEmpty()) {
            return List.of();
        }
        return akims(
                candidates.of(survey, works.facts().announced(survey.after()).orElseThrow()));
    }

    private static List<Akim> akims(CandidatesFile.Listing listing) {
        return listing.candidates().stream()
                .map(one -> new Akim(
                        one.candidate(),
                        one.ticket(),
                        one.name(),
                        one.okrug(),
                        one.okrugName(),
                        one.district(),
                        one.districtName(),
                        one.oblast(),
                        one.oblastName()))
                .toList();
    }

    private void putAll(Map<String, String> files, int number) {
        var tasks = new ArrayList<Callable<Void>>();
        files.forEach((key, page) -> tasks.add(() -> {
            works.published().putUnlessLater(key, bytes(page), HTML, Published.MINUTE, number);
            return null;
        }));
        try (var executor = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<Void> put : executor.invokeAll(tasks)) {
                put.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while pages were put", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a page could not be put", e.getCause());
        }
    }

    private static byte[] bytes(String page) {
        return page.getBytes(StandardCharsets.UTF_8);
    }
}
