package kz.uzdik.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.dossier.Finding;
import kz.uzdik.contest.dossier.Proposal;
import org.junit.jupiter.api.Test;

final class RemindersTest {

    private static final Instant LONG_BEFORE = Instant.parse("2027-04-18T18:59:59Z");
    private static final Instant DAY_BEFORE_CLOSING = Instant.parse("2027-04-18T19:00:00Z");
    private static final Instant CLOSED = Instant.parse("2027-04-19T19:00:00Z");
    private static final Instant GRACE_OVER = Instant.parse("2027-04-20T19:00:00Z");

    @Test
    void each_deadline_is_reminded_of_once_and_only_where_something_is_missing() {
        var rig = new RankingRig();
        var notSent = rig.register(0);
        var flawed = rig.register(1);
        rig.propose(flawed, false);
        var sound = rig.register(2);
        rig.propose(sound, true);
        var onItsWay = rig.register(3);
        rig.uploaded(onItsWay);
        rig.admit(4);

        beatAt(rig, LONG_BEFORE);
        assertThat(reminders(rig)).isEmpty();
        beatAt(rig, DAY_BEFORE_CLOSING);
        beatAt(rig, DAY_BEFORE_CLOSING.plusSeconds(3600));
        assertThat(reminders(rig)).containsExactly(mail(notSent, "intake"), mail(flawed, "intake"));
        beatAt(rig, CLOSED);
        beatAt(rig, CLOSED.plusSeconds(3600));
        assertThat(reminders(rig))
                .containsExactly(mail(notSent, "intake"), mail(notSent, "upload"), mail(flawed, "intake"));
        beatAt(rig, GRACE_OVER);
        assertThat(reminders(rig)).hasSize(3);
    }

    @Test
    void says_what_is_missing_and_until_when_in_both_languages() {
        var rig = new RankingRig();
        rig.propose(rig.register(0), false);
        beatAt(rig, DAY_BEFORE_CLOSING);

        assertThat(rig.mail(reminders(rig).getFirst()))
                .contains("\"deadline\":\"2027-04-20T00:00\"", "– Бейнеролик тым ұзын.", "– Видео слишком длинное.")
                .contains("secretary@example.kz")
                .doesNotContain("– Бәрі бар.");
    }

    private static void beatAt(RankingRig rig, Instant at) {
        rig.now = at;
        rig.beat();
    }

    private static List<String> reminders(RankingRig rig) {
        return rig.mails().stream()
                .filter(id -> id.startsWith("OUTBOX#dossier-reminder/"))
                .toList();
    }

    private static String mail(String dossier, String deadline) {
        return "OUTBOX#dossier-reminder/" + dossier + "-1/" + deadline;
    }

    static Proposal proposal(String dossier, boolean admit) {
        var findings = List.of(
                new Finding(
                        "videoLength",
                        "§9(6)",
                        admit,
                        new Text("Бейнеролик тым ұзын.", "Видео слишком длинное."),
                        null),
                new Finding("completeDossier", "§9", true, new Text("Бәрі бар.", "Всё есть."), null));
        return new Proposal(dossier, 1, 1, "0".repeat(64), admit, findings, List.of(), null);
    }
}
