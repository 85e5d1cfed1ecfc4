package kz.uzdik.ranking;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.files.Published;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.store.AnnouncementStore;
import kz.uzdik.store.AskedDomains;
import kz.uzdik.store.BallotStore;
import kz.uzdik.store.CommissionStore;
import kz.uzdik.store.Content;
import kz.uzdik.store.DisputeStore;
import kz.uzdik.store.DossierStore;
import kz.uzdik.store.FactsGatherer;
import kz.uzdik.store.InterestStore;
import kz.uzdik.store.JuryStore;
import kz.uzdik.store.Outbox;
import kz.uzdik.store.PaperStore;
import kz.uzdik.store.RatingStore;
import kz.uzdik.store.ReceiptStore;
import kz.uzdik.store.SurveyStore;
import kz.uzdik.store.Tables;
import kz.uzdik.store.TallyStore;
import kz.uzdik.wiring.Wiring;

/** What the two functions of this module work with, made once from their surroundings. */
record Works(
        ContestDefinition definition,
        FactsGatherer facts,
        RatingStore ratings,
        AnnouncementStore announcements,
        CommissionStore commissions,
        JuryStore jury,
        InterestStore interests,
        DossierStore dossiers,
        DisputeStore disputes,
        TallyStore tallies,
        SurveyStore surveys,
        PaperStore paper,
        BallotStore ballots,
        ReceiptStore receipts,
        AskedDomains domains,
        Content content,
        Outbox outbox,
        Published published,
        KeyOnDemand key,
        Wiring wiring) {

    static Works of(Wiring wiring) {
        var definition = DefinitionReader.read(wiring.contestFile());
        var tables = Tables.of(wiring);
        var key = new KeyOnDemand(wiring);
        var tallies = new TallyStore(tables, wiring.clock(), wiring.random());
        return new Works(
                definition,
                new FactsGatherer(tables, tallies, definition),
                new RatingStore(tables),
                new AnnouncementStore(tables),
                new CommissionStore(tables),
                new JuryStore(tables),
                new InterestStore(tables),
                new DossierStore(tables),
                new DisputeStore(tables, wiring.random()),
                tallies,
                new SurveyStore(tables),
                new PaperStore(tables),
                new BallotStore(tables),
                new ReceiptStore(tables),
                new AskedDomains(tables, key, wiring.random()),
                new Content(tables),
                new Outbox(tables),
                Published.of(wiring),
                key,
                wiring);
    }

    /** Now, to the millisecond: as it is stored and shown. */
    Instant now() {
        return wiring.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Where the pages live, without a slash at the end. */
    String publicUrl() {
        var url = wiring.required("PUBLIC_URL");
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** The stage {@code id}; refused if there is none. */
    Stage stage(String id) {
        return facts.stage(id).orElseThrow(Refusals::stageUnknown);
    }
}
