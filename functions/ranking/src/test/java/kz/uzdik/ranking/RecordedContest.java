package kz.uzdik.ranking;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Okrug;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.dossier.Appeal;
import kz.uzdik.contest.dossier.Appellant;
import kz.uzdik.contest.dossier.ArchiveContents;
import kz.uzdik.contest.dossier.Decision;
import kz.uzdik.contest.dossier.Finding;
import kz.uzdik.contest.dossier.Nomination;
import kz.uzdik.contest.dossier.NominatorKind;
import kz.uzdik.contest.dossier.Proposal;
import kz.uzdik.contest.dossier.Registration;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.contest.jury.FiledSheet;
import kz.uzdik.contest.jury.Opening;
import kz.uzdik.contest.jury.PaperSheet;
import kz.uzdik.contest.jury.Sitting;
import kz.uzdik.contest.vote.PaperCount;
import kz.uzdik.engines.Engines;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.store.CommissionStore;
import kz.uzdik.store.DossierStore;
import kz.uzdik.store.JuryStore;
import kz.uzdik.store.Tables;
import kz.uzdik.wiring.Wiring;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** A contest to rate, recorded in tables and buckets of its own: its dossiers, commissions and sheets. */
abstract class RecordedContest {

    /** Long enough before {@link #FILED} for nobody to appeal any more. */
    static final Instant DECIDED = Instant.parse("2027-04-28T06:00:00Z");

    static final Instant FILED = Instant.parse("2027-05-05T06:00:00Z");
    static final Instant AFTER_SELECTION = Instant.parse("2027-05-14T06:00:00Z");
    static final Instant AFTER_REGIONAL = Instant.parse("2027-06-28T06:00:00Z");

    final ContestDefinition definition;
    final String scope;
    final DynamoDbClient dynamoDb = Engines.shared().dynamoDbClient();
    final String contestTable = "Contest-" + UUID.randomUUID();
    final String ballotsTable = "Ballots-" + UUID.randomUUID();
    final String bucket = "public-" + UUID.randomUUID();
    final String dossiersBucket = "dossiers-" + UUID.randomUUID();
    final Wiring wiring;
    final JuryStore jury;
    volatile Instant now = AFTER_SELECTION;
    private final DossierStore dossiers;
    private final CommissionStore commissions;

    /** Of the contest that {@code definitionFile} defines. */
    RecordedContest(Path definitionFile) {
        var environment = new HashMap<>(Engines.shared().environment());
        environment.put("CONTEST_FILE", definitionFile.toString());
        environment.put("CONTEST_TABLE", contestTable);
        environment.put("BALLOTS_TABLE", ballotsTable);
        environment.put("PUBLIC_BUCKET", bucket);
        environment.put("DOSSIERS_BUCKET", dossiersBucket);
        environment.put("PUBLIC_URL", "https://contest.example");
        tables();
        wiring = new Wiring(environment, () -> now, new Random(1));
        definition = DefinitionReader.read(wiring.contestFile());
        scope = definition.oblasts().getFirst().kato();
        var tables = Tables.of(wiring);
        dossiers = new DossierStore(tables);
        commissions = new CommissionStore(tables);
        jury = new JuryStore(tables);
    }

    private void tables() {
        dynamoDb.createTable(r -> r.tableName(contestTable)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                        a -> a.attributeName("pk").attributeType(ScalarAttributeType.S),
                        a -> a.attributeName("sk").attributeType(ScalarAttributeType.S))
                .keySchema(
                        k -> k.attributeName("pk").keyType(KeyType.HASH),
                        k -> k.attributeName("sk").keyType(KeyType.RANGE)));
        dynamoDb.createTable(r -> r.tableName(ballotsTable)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(a -> a.attributeName("id").attributeType(ScalarAttributeType.S))
                .keySchema(k -> k.attributeName("id").keyType(KeyType.HASH)));
        try (var s3 = Engines.shared().s3Client()) {
            s3.createBucket(r -> r.bucket(bucket));
            s3.createBucket(r -> r.bucket(dossiersBucket));
        }
    }

    /** A selection ready to be announced: a commission, and {@code count} admitted akims of one district. */
    List<String> selection(int count) {
        commission(scope);
        var candidates = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            candidates.add(admit(i));
        }
        for (var i = 0; i < count; i++) {
            file("selection", scope, "questionnaire", candidates.get(i), i);
            file("selection", scope, "project", candidates.get(i), i);
        }
        return candidates;
    }

    /** A commission that has sat once on each stage. */
    void commission(String of) {
        appoint(of);
        for (var stage : definition.stages()) {
            sit(stage.id(), of, 1, 6);
        }
    }

    void appoint(String of) {
        var members = new ArrayList<Commission.Member>();
        for (var i = 1; i <= 9; i++) {
            var role = i == 1 ? Commission.Role.CHAIR : Commission.Role.MEMBER;
            members.add(new Commission.Member("m" + i, "Мүше <" + i + ">", "m" + i + "@example.kz", role));
        }
        commissions.record(new Commission(of, members), "agency", FILED);
    }

    /** Records a sitting with the first {@code present} members there. */
    void sit(String stage, String of, int number, int present) {
        jury.record(new Sitting(
                stage,
                of,
                number,
                1,
                LocalDate.ofInstant(FILED, ZoneOffset.UTC),
                IntStream.rangeClosed(1, present).mapToObj(i -> "m" + i).toList(),
                List.of("Үміткерлерді бағалау & шешім"),
                null,
                "secretary",
                FILED));
    }

    private Okrug okrug(int index) {
        return definition.oblasts().getFirst().districts().getFirst().okrugs().get(index);
    }

    String candidate(int index) {
        return "d-" + okrug(index).kato();
    }

    String register(int index) {
        var okrug = okrug(index).kato();
        var dossier = "d-" + okrug;
        dossiers.register(
                new Registration(
                        dossier,
                        1,
                        okrug,
                        "Үміткер & " + index,
                        "candidate" + index + "@example.kz",
                        "0".repeat(64),
                        NominatorKind.PUBLIC_ORGANISATION,
                        "Қоғам",
                        "nominator" + index + "@example.kz",
                        List.of(),
                        List.of(),
                        1,
                        "0".repeat(64),
                        "secretary",
                        "secretary@example.kz",
                        FILED),
                List.of());
        return dossier;
    }

    String admit(int index) {
        var dossier = register(index);
        var attributes = new TreeMap<String, Integer>();
        definition.attributes().forEach(attribute -> attributes.put(attribute.id(), attribute.min()));
        decide(new Decision(dossier, 1, 1, true, List.of(), attributes, "", "secretary", DECIDED, null));
        return dossier;
    }

    /** The commission overrules its decision: the dossier is refused. */
    void overrule(String dossier) {
        decide(new Decision(
                dossier, 2, 1, false, List.of("serviceYears"), Map.of(), "расталмады", "secretary", DECIDED, null));
    }

    /** The candidate appeals against the first decision. */
    void appeal(String dossier) {
        var appeal = new Appeal(dossier, 1, Appellant.CANDIDATE, "Қате шешім.", "secretary", DECIDED);
        dossiers.appeal("selection", scope, appeal, List.of());
    }

    /** The commission admits anew, on the appeal. */
    void admitOnAppeal(String dossier) {
        var first = dossiers.of(dossier).orElseThrow().decisions().getFirst();
        decide(new Decision(dossier, 2, 1, true, List.of(), first.attributes(), "Расталды.", "secretary", DECIDED, 1));
    }

    private void decide(Decision decision) {
        dossiers.decide("selection", scope, decision, 0, List.of());
    }

    /** A public organisation joins the first nominator. */
    void join(String dossier) {
        dossiers.join(
                new Nomination(
                        dossier,
                        1,
                        NominatorKind.PUBLIC_ORGANISATION,
                        "Ауыл одағы",
                        "odaq@example.kz",
                        "0".repeat(64),
                        "secretary",
                        "secretary@example.kz",
                        FILED),
                List.of());
    }

    /** Files sheets of six members, the quorum: full points less {@code less}. */
    void file(String stage, String of, String sheet, String candidate, int less) {
        for (var member = 1; member <= 6; member++) {
            fileOne(stage, of, sheet, candidate, member, less);
        }
    }

    /** The regional stage's sheets on two candidates: full points for {@code first}, one less for {@code second}. */
    void fileRegional(String first, String second) {
        for (var sheet : List.of("essay", "feedback", "interview")) {
            file("regional", scope, sheet, first, 0);
            file("regional", scope, sheet, second, 1);
        }
    }

    /** The chair opens the sheets on {@code candidate}. */
    void open(String stage, String of, String candidate) {
        var opening = new Opening(stage, candidate, "m1", FILED);
        jury.open(of, opening, jury.read(stage, of).revision());
    }

    void fileOne(String stage, String of, String sheet, String candidate, int member, int less) {
        jury.file(of, filled(stage, sheet, candidate, member, less, 1, null), "0".repeat(32));
    }

    /** What the secretary entered of an absent member's signed sheet. */
    PaperSheet enter(String stage, String of, String sheet, String candidate, int member, int less) {
        var points = filled(stage, sheet, candidate, member, less, 1, null).points();
        var scan = new PaperCount.Scan("5".repeat(64), 9, "application/pdf");
        var entry = new PaperSheet(stage, sheet, candidate, "m" + member, points, 1, scan, null, "s1", FILED);
        jury.enter(of, entry);
        return entry;
    }

    /** Another secretary confirms {@code entry}. */
    void confirm(String of, PaperSheet entry) {
        jury.confirm(of, entry, entry.confirmed("s2", FILED), "2".repeat(32));
    }

    /** The second version of what {@link #fileOne} filed. */
    void correct(String stage, String of, String sheet, String candidate, int member, int less, String why) {
        jury.correct(of, filled(stage, sheet, candidate, member, less, 2, why), "1".repeat(32));
    }

    private FiledSheet filled(
            String stage, String sheet, String candidate, int member, int less, int version, @Nullable String why) {
        var points = new TreeMap<String, BigDecimal>();
        definition.sheets().stream()
                .filter(one -> one.id().equals(sheet))
                .flatMap(one -> one.criteria().stream())
                .forEach(criterion -> points.put(
                        criterion.id(), BigDecimal.valueOf(criterion.maxPoints() - (points.isEmpty() ? less : 0L))));
        return new FiledSheet(stage, sheet, candidate, "m" + member, points, version, why, null, FILED);
    }

    /** The check has looked at a dossier and proposes to admit it, or not, for its film. */
    void propose(String dossier, boolean admit) {
        uploaded(dossier);
        dossiers.propose(RemindersTest.proposal(dossier, admit), List.of());
    }

    /** The check has found {@code items} in a dossier's archive. */
    void checked(String dossier, List<String> items) {
        checked(dossier, items, List.of());
    }

    /** The check has found {@code items} in a dossier's archive, and {@code faulty} of them encrypted. */
    void checked(String dossier, List<String> items, List<String> faulty) {
        var findings = faulty.stream()
                .map(item -> new Finding(
                        "archiveReadable",
                        "§11(2)",
                        false,
                        new Text("Құпиясөз сұрайды.", "Просит пароль."),
                        item + ".pdf"))
                .toList();
        var files = items.stream()
                .map(item -> new ArchiveContents.FileFound(item + ".pdf", item, 1, null, null, null))
                .toList();
        dossiers.propose(
                new Proposal(dossier, 1, 1, "0".repeat(64), faulty.isEmpty(), findings, files, null), List.of());
    }

    void uploaded(String dossier) {
        dossiers.uploaded(dossier, 1, FILED);
    }
}
