package kz.uzdik.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import kz.uzdik.contest.definition.Places;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.vote.Iin;
import kz.uzdik.contest.vote.KeyedHash;
import kz.uzdik.contest.vote.Pseudonyms;
import kz.uzdik.engines.Engines;
import kz.uzdik.json.DefinitionReader;
import kz.uzdik.store.RollStore;
import kz.uzdik.store.Tables;
import kz.uzdik.wiring.Wiring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class RollImportTest {

    private static final int RESIDENTS = 30_000;

    private final Wiring wiring = wiring();
    private final Survey survey =
            DefinitionReader.read(wiring.contestFile()).surveys().getFirst();
    private final List<String> okrugs =
            Places.of(DefinitionReader.read(wiring.contestFile())).okrugs().keySet().stream()
                    .sorted()
                    .toList();
    private final RollImport roll =
            new RollImport(survey, Map.copyOf(index(okrugs)).keySet());
    private final Pseudonyms pseudonyms = new Pseudonyms(
            new KeyedHash(UUID.randomUUID().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    private final Tables tables = Tables.of(wiring);
    private final Instant expires = Instant.now().plus(Duration.ofDays(100));

    private static Wiring wiring() {
        var environment = new HashMap<>(Engines.shared().environment());
        environment.put("CONTEST_FILE", "../../contests/best-akim-2027.json");
        return new Wiring(environment, Instant::now, new SplittableRandom(3));
    }

    private static Map<String, String> index(List<String> names) {
        var index = new HashMap<String, String>();
        names.forEach(name -> index.put(name, name));
        return index;
    }

    @Test
    void aLongRollIsReadNoFurtherAheadThanItIsWritten() throws Exception {
        var lines = new Lines();
        var ahead = new AtomicLong();
        var written = new AtomicLong();
        var store = new RollStore(tables, wiring.random());

        roll.write(new BufferedReader(lines, 4096), pseudonyms, store, expires, n -> {
            written.set(n);
            ahead.accumulateAndGet(lines.given - n, Math::max);
        });

        assertThat(written).hasValue(RESIDENTS);
        assertThat(ahead.get()).as("lines read and not yet written").isBetween(1L, 1_000L);
        for (int i : new int[] {0, 1, 24, 25, 12_345, RESIDENTS - 1}) {
            assertThat(entry(okrugs.get(i % okrugs.size()), Lines.iin(i)))
                    .as("line %d", i)
                    .isNotEmpty();
        }
        assertThat(entry(okrugs.get(1), Lines.iin(0))).isEmpty();
    }

    @Test
    void importingAgainChangesNothingAndOnlyHashesAreKept() throws Exception {
        var iin = Lines.iin(77);
        var text = "KATO;IIN\r\n\"" + okrugs.get(0) + "\";\"" + iin + "\"\r\n\r\n" + okrugs.get(0) + ", " + iin + "\n"
                + okrugs.get(1) + '\t' + iin;
        var store = new RollStore(tables, wiring.random());
        for (int time = 0; time < 2; time++) {
            roll.write(new BufferedReader(new StringReader('\uFEFF' + text)), pseudonyms, store, expires, n -> {});
        }

        assertThat(entry(okrugs.get(0), iin)).containsOnlyKeys("id", "expires");
        assertThat(entry(okrugs.get(1), iin)).containsOnlyKeys("id", "expires");
        assertThat(entry(okrugs.get(0), iin).toString()).doesNotContain(iin);
    }

    @Test
    void faultsAreNamedByLineAndColumnAndRepeatNoNumber() throws Exception {
        var iin = Lines.iin(5);
        var text = okrugs.get(0) + "," + iin + "\n" + "000000000," + iin + "\n" + okrugs.get(0) + ",880314450009\n"
                + okrugs.get(0) + "\n" + okrugs.get(0) + "," + iin + ",Асель\n\n" + okrugs.get(0) + ",101140012345\n";
        var faults = new ArrayList<String>();

        var residents = roll.check(new BufferedReader(new StringReader(text)), (line, fault) -> {
            faults.add(line + ":" + fault.column());
            assertThat(fault.message().kk() + fault.message().ru()).doesNotContainPattern("\\d{4}");
        });

        assertThat(residents).isEqualTo(1);
        assertThat(faults).containsExactly("2:1", "3:2", "4:0", "5:0", "7:2");
    }

    @Test
    void theCommandChecksTheWholeFileBeforeItWrites(@TempDir Path folder) throws Exception {
        var text = Files.readString(Path.of(wiring.required("CONTEST_FILE")));
        var asking =
                Files.writeString(folder.resolve("contest.json"), text.replace("\"roll\": false", "\"roll\": true"));
        var environment = new HashMap<>(wiring.environment());
        environment.put("CONTEST_FILE", asking.toString());
        var resident = okrugs.get(0) + "," + Lines.iin(4242);
        var faulty = Files.writeString(folder.resolve("faulty.csv"), resident + "\n" + okrugs.get(0) + ",88\n");
        var whole = Files.writeString(folder.resolve("whole.csv"), resident);

        assertThat(run(faulty, environment)).contains("2-жол, 2-баған", "строка 2, столбец 2", "=1");
        assertThat(run(whole, environment)).contains("1 / 1", "=0");
        assertThatThrownBy(() -> run(whole, wiring.environment())).hasMessageContaining("does not ask for a roll");
    }

    @Test
    void invitesArePrintedTheSameEachTimeAndOnlyForASurveyThatInvites(@TempDir Path folder) throws Exception {
        var text = Files.readString(Path.of(wiring.required("CONTEST_FILE")));
        var inviting = Files.writeString(
                folder.resolve("contest.json"),
                text.replace("{\"kind\": \"code\", \"roll\": false}", "{\"kind\": \"invite\"}"));
        var environment = new HashMap<>(wiring.environment());
        environment.put("CONTEST_FILE", inviting.toString());

        var list = invites("12", environment);
        assertThat(list.lines()).hasSize(13).startsWith("survey,candidate,token");
        assertThat(list.lines().skip(1)).allMatch(line -> line.matches("satisfaction,d-1,[0-9A-Z]{8}-[0-9A-Z]{8}"));
        assertThat(invites("12", environment)).isEqualTo(list);
        assertThatThrownBy(() -> invites("501", environment)).hasMessageContaining("1 to 500");
        assertThatThrownBy(() -> invites("12", wiring.environment())).hasMessageContaining("does not invite");
    }

    private static String invites(String count, Map<String, String> environment) {
        var command = new InvitesCommand();
        var said = new StringWriter();
        var line = new CommandLine(command).setOut(new PrintWriter(said));
        line.parseArgs("--survey", "satisfaction", "--candidate", "d-1", "--count", count);
        command.run(environment);
        return said.toString();
    }

    private static String run(Path file, Map<String, String> environment) throws Exception {
        var command = new RollCommand();
        var said = new StringWriter();
        var line = new CommandLine(command).setErr(new PrintWriter(said));
        line.parseArgs(file.toString(), "--survey", "satisfaction");
        return said + "=" + command.run(environment) + said;
    }

    private Map<String, AttributeValue> entry(String okrug, String iin) {
        var id = pseudonyms.resident(survey.id(), okrug, iin);
        return tables.client()
                .getItem(r -> r.tableName(tables.voters()).key(Map.of("id", AttributeValue.fromS(id))))
                .item();
    }

    /** A roll that is made while it is read. */
    private final class Lines extends Reader {

        private volatile long given;
        private String line = "";
        private int at;

        static String iin(int number) {
            for (int day = 1 + number % 28, serial = number; ; serial += 997) {
                var eleven = "8803%02d4%04d".formatted(day, serial % 10_000);
                if (Iin.checkDigit("%02d".formatted(number / 1000 % 100) + eleven.substring(2)) < 10) {
                    var digits = "%02d".formatted(number / 1000 % 100) + eleven.substring(2);
                    return digits + Iin.checkDigit(digits);
                }
            }
        }

        @Override
        public int read(char[] to, int from, int length) {
            if (at == line.length()) {
                if (given == RESIDENTS) {
                    return -1;
                }
                line = okrugs.get((int) (given % okrugs.size())) + "," + iin((int) given) + "\n";
                given++;
                at = 0;
            }
            int count = Math.min(length, line.length() - at);
            line.getChars(at, at + count, to, from);
            at += count;
            return count;
        }

        @Override
        public void close() {}
    }
}
