package kz.uzdik.host.rehearsal;

/** Counts the mails by kind: each event must have told each person concerned once. */
final class Mails {

    private static final String STEP = "e-mails";

    /** Candidate, nominator and secretary. */
    private static final long CONCERNED = 3;

    private final Play play;

    Mails(Play play) {
        this.play = play;
    }

    /** Compares, {@code asked} being how often different persons asked for a voting code. */
    void run(long asked) {
        var ledger = play.ledger();
        long late = play.script().flawed().stream()
                .filter(akim -> akim.flaw() == Nominee.Flaw.LATE)
                .count();
        long registered = play.script().sound().size() + play.script().flawed().size() - late;
        ledger.expect(STEP, "dossier-registered", 2 * registered);
        ledger.expect(STEP, "dossier-checked", registered);
        ledger.expect(STEP, "dossier-reminder", play.script().flawed().size() - late);
        ledger.expect(STEP, "dossier-decided", CONCERNED * registered);
        ledger.expect(STEP, "vote-code", asked);
        for (var stage : play.definition().stages()) {
            long members = play.definition().commissions().of(stage.scope()).members();
            ledger.expect(
                    STEP,
                    "stage-result",
                    CONCERNED * play.forecast().participants(stage).size());
            ledger.expect(STEP, "announcement", members * play.scopes(stage).size());
        }
        play.inbox().countByKind().forEach((kind, count) -> ledger.find(STEP, kind, count));
    }
}
