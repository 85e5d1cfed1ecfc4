package kz.uzdik.ranking;

import java.util.ArrayList;
import java.util.List;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.files.Published;
import kz.uzdik.json.Json;
import kz.uzdik.json.pack.PackProtocol;
import kz.uzdik.ranking.ResultsFile.Download;
import kz.uzdik.store.AnnouncedStage;
import kz.uzdik.store.Announcement;
import kz.uzdik.store.Content;

/**
 * Everything that follows from an announcement: files in the public bucket and mails in the outbox. The same facts
 * give the same bytes and the same mails' names, so it may be done again after a failure at any point.
 */
final class Publication {

    private static final String HTML = "text/html; charset=utf-8";
    private static final String PDF = "application/pdf";
    private static final String JSON = "application/json";

    private final Works works;
    private final EvidencePack evidence;
    private final StageMails mails;
    private final CandidatesFile candidates;
    private final VotePages pages;

    Publication(Works works) {
        this.works = works;
        this.evidence = new EvidencePack(works);
        this.mails = new StageMails(works);
        this.candidates = new CandidatesFile(works);
        this.pages = new VotePages(works, candidates);
    }

    /** Publishes what follows from {@code announcement}, unless all of it is published. */
    void complete(Announcement announcement) {
        if (works.announcements().isPublished(announcement)) {
            return;
        }
        var announced = works.facts().announced(announcement);
        var protocols = EvidencePack.protocols(announced);
        var pack = evidence.publish(announced, protocols, ResultsFile.evidenceKey(announcement), Published.FOREVER);
        files(announced, protocols, pack.sha256());
        works.outbox().putAll(mails.of(announced));
        works.announcements().published(announcement, pack.sha256(), works.now());
    }

    private void files(AnnouncedStage announced, List<PackProtocol> protocols, String packSha256) {
        var announcement = announced.announcement();
        var stage = announcement.stage();
        var plain = ResultsFile.of(announced, packSha256);
        var others = new ArrayList<Download>();
        for (var protocol : protocols) {
            others.addAll(put(announcement, protocol));
            others.addAll(tables(announcement, plain, protocol.language()));
        }
        var results = Json.writeCanonical(plain.with(others));
        put("data/results-" + stage + "-" + announcement.number() + ".json", results, JSON);
        holding("data/results-" + stage + ".json", results, announcement);
        figures(announced);
        for (var survey : announced.snapshot().definition().surveys()) {
            if (survey.after().equals(stage)) {
                var listing = candidates.of(survey, announced);
                holding("data/candidates-" + survey.id() + ".json", Json.writeCanonical(listing), announcement);
                pages.put(survey, listing, announcement.number());
                withdrawn(survey, announced);
            }
        }
        pages.changing(works.receipts().lookups()).forEach(pages::put);
    }

    private List<Download> tables(Announcement announcement, ResultsFile results, String language) {
        var rows = ResultsTable.rows(results, language);
        return List.of(
                put(
                        Download.Kind.XLSX,
                        language,
                        ResultsFile.tableKey(announcement, language, "xlsx"),
                        Workbook.of(results.title().in(language), rows),
                        Workbook.TYPE),
                put(
                        Download.Kind.CSV,
                        language,
                        ResultsFile.tableKey(announcement, language, "csv"),
                        Csv.of(rows),
                        Csv.TYPE));
    }

    private Download put(Download.Kind kind, String language, String key, byte[] bytes, String type) {
        put(key, bytes, type);
        return new Download(kind, language, "/" + key, bytes.length, Content.sha256(bytes));
    }

    /** Who was asked about before a correction, and is not any more, has a page that says so. */
    private void withdrawn(Survey survey, AnnouncedStage announced) {
        if (announced.corrected() != null) {
            pages.withdraw(
                    survey,
                    candidates.of(survey, announced.corrected()),
                    candidates.of(survey, announced),
                    announced.announcement().number());
        }
    }

    /** Figures are of all the survey's candidates, so that two stages which count it publish the same bytes. */
    private void figures(AnnouncedStage announced) {
        var definition = announced.snapshot().definition();
        for (var survey :
                Surveys.of(definition, works.stage(announced.announcement().stage()))) {
            if (survey.anomalies() != null) {
                var figures = new SurveyFigures(works).ofBallots(survey).withholding(survey.minimumGroup());
                put("data/figures-" + survey.id() + ".json", Json.writeCanonical(figures), JSON);
            }
        }
    }

    /** Puts what is there of one announcement of a stage alone, the one that holds. */
    private void holding(String key, byte[] bytes, Announcement announcement) {
        works.published().putUnlessLater(key, bytes, JSON, Published.MINUTE, announcement.number());
    }

    private List<Download> put(Announcement announcement, PackProtocol protocol) {
        var language = protocol.language();
        return List.of(
                put(
                        Download.Kind.PROTOCOL,
                        language,
                        ResultsFile.protocolKey(announcement, language, "html"),
                        protocol.html(),
                        HTML),
                put(
                        Download.Kind.PROTOCOL_PDF,
                        language,
                        ResultsFile.protocolKey(announcement, language, "pdf"),
                        protocol.pdf(),
                        PDF));
    }

    private void put(String key, byte[] bytes, String type) {
        works.published().put(key, bytes, type, Published.MINUTE);
    }
}
