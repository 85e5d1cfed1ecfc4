package kz.uzdik.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kz.uzdik.contest.definition.Oblast;
import kz.uzdik.contest.dossier.Appeal;
import kz.uzdik.contest.dossier.Decision;
import kz.uzdik.contest.dossier.Nomination;
import kz.uzdik.contest.dossier.Proposal;
import kz.uzdik.contest.dossier.Registration;
import kz.uzdik.contest.dossier.Statement;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Dossiers as facts: registrations and who joined them, uploads seen, proposals, statements on files, decisions and
 * appeals. Each is written once, under a key that says which one it is, so that of two writers of the same one exactly one wins.
 */
public final class DossierStore {

    private static final String REGISTRATION = "REGISTRATION";
    private static final String UPLOAD = "UPLOAD";
    private static final String PROPOSAL = "PROPOSAL";
    private static final String DECISION = "DECISION";
    private static final String APPEAL = "APPEAL";
    private static final String NOMINATION = "NOMINATION";
    private static final String STATEMENT = "STATEMENT";

    private final Tables tables;
    private final Facts facts;

    public DossierStore(Tables tables) {
        this.tables = tables;
        this.facts = new Facts(tables);
    }

    /** The dossiers of an oblast, in the order of their ids. {@code kato}: nine digits, of which the first two count. */
    public List<DossierState> ofOblast(String kato) {
        return assemble(facts.read(pk(kato), ""));
    }

    /** One dossier; empty if it was never registered. */
    public Optional<DossierState> of(String dossier) {
        return assemble(facts.read(pk(kato(dossier)), dossier + "#")).stream().findFirst();
    }

    /** The dossiers of all {@code oblasts}, by oblast and id. */
    public List<DossierState> all(Collection<Oblast> oblasts) {
        return oblasts.stream()
                .flatMap(oblast -> ofOblast(oblast.kato()).stream())
                .toList();
    }

    /**
     * Keeps a version and sends {@code mails}; false, and nothing done, where the dossier has a version of that number.
     */
    public boolean register(Registration registration, List<OutgoingMail> mails) {
        return put(registration.dossier(), REGISTRATION, registration.version(), registration, mails);
    }

    /** Keeps when the archive of a version was first seen; false where that is known. */
    public boolean uploaded(String dossier, int version, Instant at) {
        return put(dossier, UPLOAD, version, new Upload(at), List.of());
    }

    /** Keeps what the check proposes for a version and sends {@code mails}; false where there is a proposal for it. */
    public boolean propose(Proposal proposal, List<OutgoingMail> mails) {
        return put(proposal.dossier(), PROPOSAL, proposal.version(), proposal, mails);
    }

    /** What became of a decision or of an appeal. */
    public enum Recording {
        /** It is kept. */
        RECORDED,
        /** The dossier has one of that number, or something it rests on has changed. */
        OVERTAKEN,
        /** The stage that the dossiers go into is announced. */
        STAGE_ANNOUNCED
    }

    /**
     * Keeps a decision and sends {@code mails}, unless the first stage is announced; adds to the revision that its
     * announcement closes, so that no decision slips past one. One that names no appeal is overtaken where the decision
     * before it was appealed against.
     *
     * @param stage the first stage
     * @param scope in which it rates the candidate
     * @param statements how many there were on the dossier's files
     */
    public Recording decide(String stage, String scope, Decision decision, int statements, List<OutgoingMail> mails) {
        var dossier = decision.dossier();
        var transaction = new Transaction(tables)
                .putNew(Facts.item(key(dossier, DECISION, decision.number()), decision))
                .update(JuryStore.nextRevision(stage, scope))
                .requireAbsent(key(dossier, STATEMENT, statements + 1));
        if (decision.onAppeal() == null && decision.number() > 1) {
            transaction.requireAbsent(key(dossier, APPEAL, decision.number() - 1));
        }
        return record(transaction, mails);
    }

    /**
     * Keeps an appeal and sends {@code mails}, unless the decision that it is against holds no more; otherwise as
     * {@link #decide}.
     */
    public Recording appeal(String stage, String scope, Appeal appeal, List<OutgoingMail> mails) {
        var transaction = new Transaction(tables)
                .putNew(Facts.item(key(appeal.dossier(), APPEAL, appeal.decision()), appeal))
                .update(JuryStore.nextRevision(stage, scope))
                .requireAbsent(key(appeal.dossier(), DECISION, appeal.decision() + 1));
        return record(transaction, mails);
    }

    private Recording record(Transaction transaction, List<OutgoingMail> mails) {
        var outbox = new Outbox(tables);
        mails.forEach(mail -> transaction.put(outbox.asPut(mail)));
        var reasons = transaction.write();
        if (reasons.isEmpty()) {
            return Recording.RECORDED;
        }
        return Transaction.isRefusal(reasons.get(1)) ? Recording.STAGE_ANNOUNCED : Recording.OVERTAKEN;
    }

    /** Keeps who joined a dossier and sends {@code mails}; false where it has a nomination of that number. */
    public boolean join(Nomination nomination, List<OutgoingMail> mails) {
        return put(nomination.dossier(), NOMINATION, nomination.number(), nomination, mails);
    }

    /**
     * Keeps a statement and what the check proposes under it, both or none; false, and nothing done, where the dossier has
     * a statement of that number, or was decided on since.
     *
     * @param decisions how many decisions there were on the dossier
     */
    public boolean state(Statement statement, Proposal proposal, int decisions) {
        var dossier = statement.dossier();
        return new Transaction(tables)
                .putNew(Facts.item(key(dossier, STATEMENT, statement.number()), statement))
                .putNew(Facts.item(rechecked(proposal, statement.number()), proposal))
                .requireAbsent(key(dossier, DECISION, decisions + 1))
                .write()
                .isEmpty();
    }

    /** The first proposal for a version lies at its number; those made under statements lie behind it. */
    private static Map<String, AttributeValue> rechecked(Proposal proposal, int statement) {
        var name = "%s#%06d".formatted(sk(proposal.dossier(), PROPOSAL, proposal.version()), statement);
        return Tables.key(pk(kato(proposal.dossier())), name);
    }

    private static Map<String, AttributeValue> key(String dossier, String kind, int number) {
        return Tables.key(pk(kato(dossier)), sk(dossier, kind, number));
    }

    private static String sk(String dossier, String kind, int number) {
        return "%s#%s#%06d".formatted(dossier, kind, number);
    }

    private boolean put(String dossier, String kind, int number, Object fact, List<OutgoingMail> mails) {
        return facts.put(pk(kato(dossier)), sk(dossier, kind, number), fact, mails);
    }

    private static String pk(String kato) {
        return "DOSSIERS#" + kato.substring(0, 2);
    }

    private static String kato(String dossier) {
        if (!dossier.matches("d-[0-9]{9}")) {
            throw new IllegalArgumentException("no dossier's id: " + dossier);
        }
        return dossier.substring(2);
    }

    private static List<DossierState> assemble(List<Facts.Fact> facts) {
        var dossiers = new TreeMap<String, Assembly>();
        for (var fact : facts) {
            var name = fact.sk().split("#", 3);
            dossiers.computeIfAbsent(name[0], id -> new Assembly()).take(name[1], fact);
        }
        return dossiers.values().stream().flatMap(a -> a.state().stream()).toList();
    }

    /** When an archive was first seen. */
    record Upload(Instant at) {}

    /** The facts of one dossier; those of a kind come in the order of their numbers. */
    private static final class Assembly {

        private final List<Registration> versions = new ArrayList<>();
        private final List<Proposal> proposals = new ArrayList<>();
        private final List<Decision> decisions = new ArrayList<>();
        private final List<Appeal> appeals = new ArrayList<>();
        private final List<Nomination> nominations = new ArrayList<>();
        private final List<Statement> statements = new ArrayList<>();
        private final TreeMap<Integer, Instant> uploads = new TreeMap<>();

        void take(String kind, Facts.Fact fact) {
            switch (kind) {
                case REGISTRATION -> versions.add(fact.as(Registration.class));
                case UPLOAD -> uploads.put(number(fact), fact.as(Upload.class).at());
                case PROPOSAL -> proposals.add(fact.as(Proposal.class));
                case DECISION -> decisions.add(fact.as(Decision.class));
                case APPEAL -> appeals.add(fact.as(Appeal.class));
                case NOMINATION -> nominations.add(fact.as(Nomination.class));
                case STATEMENT -> statements.add(fact.as(Statement.class));
                default -> throw new IllegalStateException("unknown fact " + fact.sk());
            }
        }

        private static int number(Facts.Fact fact) {
            return Integer.parseInt(fact.sk().substring(fact.sk().lastIndexOf('#') + 1));
        }

        Optional<DossierState> state() {
            if (versions.isEmpty()) {
                return Optional.empty();
            }
            var latest = versions.getLast();
            return Optional.of(new DossierState(
                    latest,
                    versions,
                    uploads.get(latest.version()),
                    proposal(latest.version()),
                    decisions,
                    appeals,
                    nominations,
                    statements));
        }

        /** The last one, by the order of the keys. */
        private @Nullable Proposal proposal(int version) {
            return proposals.stream()
                    .filter(p -> p.version() == version)
                    .reduce((earlier, later) -> later)
                    .orElse(null);
        }
    }
}
