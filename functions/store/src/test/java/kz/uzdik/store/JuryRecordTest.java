package kz.uzdik.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import kz.uzdik.contest.jury.FiledSheet;
import kz.uzdik.engines.Engines;
import kz.uzdik.wiring.Wiring;
import org.junit.jupiter.api.Test;

/** A commission's record that is read while a sheet is filed. */
final class JuryRecordTest {

    private static final Instant AT = Instant.parse("2027-05-05T06:00:00Z");

    private final Tables tables = Tables.of(new Wiring(Engines.shared().environment(), Instant::now, new Random()));
    private final JuryStore jury = new JuryStore(tables);

    @Test
    void aSheetWhoseSaltWasNotReadIsNotInTheRecordYet() {
        var stage = UUID.randomUUID().toString();
        var before = sheet(stage, "m1");
        var between = sheet(stage, "m2");
        jury.file("550000000", before, "1".repeat(32));
        jury.file("550000000", between, "2".repeat(32));
        assertThat(jury.read(stage, "550000000").sheets()).containsExactly(before, between);
        tables.client().deleteItem(r -> r.tableName(tables.contest()).key(JuryKeys.salt("550000000", between)));
        assertThat(jury.read(stage, "550000000").sheets()).containsExactly(before);
    }

    private static FiledSheet sheet(String stage, String member) {
        return new FiledSheet(stage, "project", "d-553630100", member, Map.of("idea", BigDecimal.ONE), AT);
    }
}
