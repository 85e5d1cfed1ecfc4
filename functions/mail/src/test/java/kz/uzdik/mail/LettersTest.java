package kz.uzdik.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.store.OutgoingMail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class LettersTest {

    static final Map<String, String[]> VALUES = Map.ofEntries(
            Map.entry("vote-code", new String[] {"code", "minutes", "surveyKk", "surveyRu"}),
            Map.entry("dossier-registered", new String[] {
                "dossier", "candidateName", "version", "bytes", "sha256", "registeredAt", "uploadUntil"
            }),
            Map.entry("dossier-checked", new String[] {"dossier", "candidateName", "findingsKk", "findingsRu"}),
            Map.entry("dossier-decided", new String[] {
                "dossier", "candidateName", "outcome", "reasonsKk", "reasonsRu", "appealedAt", "appealUntil"
            }),
            Map.entry(
                    "dossier-appealed",
                    new String[] {"dossier", "candidateName", "byKk", "byRu", "reason", "recordedAt"}),
            Map.entry("dossier-joined", new String[] {"dossier", "candidateName", "nominatorName", "registeredAt"}),
            Map.entry("dossier-reminder", new String[] {"dossier", "candidateName", "deadline", "missingKk", "missingRu"
            }),
            Map.entry("handover-reminder", new String[] {"oblastKk", "oblastRu", "deadline", "missingKk", "missingRu"}),
            Map.entry("stage-result", new String[] {
                "stageKk",
                "stageRu",
                "candidateName",
                "outcomeKk",
                "outcomeRu",
                "total",
                "explanationKk",
                "explanationRu",
                "url"
            }),
            Map.entry("announcement", new String[] {"stageKk", "stageRu", "url"}),
            Map.entry("stage-corrected", new String[] {
                "stageKk",
                "stageRu",
                "candidateName",
                "reasonKk",
                "reasonRu",
                "beforeKk",
                "beforeRu",
                "outcomeKk",
                "outcomeRu",
                "total",
                "explanationKk",
                "explanationRu",
                "url"
            }),
            Map.entry("stage-removed", new String[] {
                "stageKk",
                "stageRu",
                "candidateName",
                "reasonKk",
                "reasonRu",
                "beforeKk",
                "beforeRu",
                "outcomeKk",
                "outcomeRu",
                "url"
            }),
            Map.entry("announcement-corrected", new String[] {"stageKk", "stageRu", "reasonKk", "reasonRu", "url"}));

    static final List<String> KINDS = Letters.KINDS;

    private final Letters letters = new Letters(
            new Text("«Үздік ауыл әкімі» конкурсы", "Конкурс «Лучший сельский аким»"), "https://uzdik.example");

    static OutgoingMail mail(String kind) {
        var values = new HashMap<String, String>();
        Arrays.stream(VALUES.getOrDefault(kind, new String[0])).forEach(name -> values.put(name, "‹" + name + "›"));
        values.replace("outcome", "REFUSED");
        values.replace("url", "https://uzdik.example/results.html?stage=regional");
        return new OutgoingMail(kind + "/a/b", kind, "a@uzdik.example", values);
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void everyValueStandsInBothParts(String kind) {
        var letter = letters.letter(mail(kind));
        for (var entry : mail(kind).values().entrySet()) {
            if (!entry.getKey().equals("outcome")) {
                assertThat(letter.text()).contains(entry.getValue());
                assertThat(letter.html()).contains(entry.getValue());
            }
        }
        assertThat(letter.subject() + letter.text() + letter.html()).doesNotContain("{{", "}}");
        assertThat(letter.subject().split(" / ")).hasSize(2);
        assertThat(letter.text())
                .contains("«Үздік ауыл әкімі» конкурсы", "Конкурс «Лучший сельский аким»", "https://uzdik.example")
                .contains("Сәлеметсіз бе!", "Здравствуйте!");
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void aMissingValueIsAFault(String kind) {
        for (var name : VALUES.getOrDefault(kind, new String[0])) {
            var values = new HashMap<>(mail(kind).values());
            values.remove(name);
            var lacking = new OutgoingMail("x/a/b", kind, "a@uzdik.example", values);
            assertThatThrownBy(() -> letters.letter(lacking)).isInstanceOf(UnreadableMailException.class);
        }
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void kazakhIsWrittenInItsOwnLetters(String kind) {
        assertThat(letters.letter(mail(kind)).text())
                .as("no Latin letter inside a Cyrillic word")
                .doesNotContainPattern("\\p{IsCyrillic}[a-zA-Z]|[a-zA-Z]\\p{IsCyrillic}");
    }

    @Test
    void aCodeIsNeverAskedFor() {
        var letter = letters.letter(mail("vote-code"));
        assertThat(letter.text())
                .contains("ешқашан сұрамайды", "никогда его не спросят", "    ‹code›")
                .doesNotContainPattern("\\d{12}");
        assertThat(letter.html()).contains("<strong").contains("‹code›</strong>");
        assertThat(letter.subject()).doesNotContain("‹code›");
    }

    @Test
    void admittedAndRefusedDiffer() {
        var refused = letters.letter(mail("dossier-decided"));
        var values = new HashMap<>(mail("dossier-decided").values());
        values.put("outcome", "ADMITTED");
        values.put("reasonsKk", "");
        values.put("reasonsRu", "");
        values.put("appealedAt", "");
        var admitted = letters.letter(new OutgoingMail("x/a/b", "dossier-decided", "a@uzdik.example", values));
        assertThat(refused.text()).contains("жібермеу", "не допускать", "Основание:");
        assertThat(admitted.text())
                .contains("жіберді", "допустила")
                .doesNotContain("Основание:", "Негіздеме:", "по апелляции,");
        assertThat(refused.text()).contains("‹appealedAt› тіркелген апелляция бойынша", "по апелляции, записанной");
    }

    @Test
    void aValueBringsNoMarkupAndNoSecondHeader() {
        var values = new HashMap<>(mail("dossier-registered").values());
        values.put("candidateName", "<script>alert(1)</script>");
        values.put("dossier", "d-1\r\nBcc: x@example.org");
        var letter = letters.letter(new OutgoingMail("x/a/b", "dossier-registered", "a@uzdik.example", values));
        assertThat(letter.html()).doesNotContain("<script").contains("&lt;script&gt;");
        assertThat(letter.subject()).doesNotContain("\r", "\n");
    }

    @Test
    void aDeadlineIsReadable() {
        var values = new HashMap<>(mail("dossier-registered").values());
        values.put("uploadUntil", "2027-04-21T00:00");
        var letter = letters.letter(new OutgoingMail("x/a/b", "dossier-registered", "a@uzdik.example", values));
        assertThat(letter.text()).contains("21.04.2027, 00:00 дейін", "до 21.04.2027, 00:00");
    }

    @Test
    void anUnknownKindIsAFault() {
        assertThatThrownBy(() -> letters.letter(new OutgoingMail("x/a/b", "lottery", "a@uzdik.example", Map.of())))
                .isInstanceOf(UnreadableMailException.class);
    }
}
