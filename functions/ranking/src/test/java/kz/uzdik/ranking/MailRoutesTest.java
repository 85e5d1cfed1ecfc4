package kz.uzdik.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kz.uzdik.json.Json;
import kz.uzdik.store.GivenUp;
import kz.uzdik.store.GivenUpStore;
import kz.uzdik.store.Outbox;
import kz.uzdik.store.OutgoingMail;
import kz.uzdik.store.Tables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The agency sees the mails that were given up and has one sent again, to the address that holds now. */
final class MailRoutesTest {

    private final RankingRig rig = new RankingRig();
    private final Map<String, String> member = Map.of("sub", "m1", "scope", "uzdik/member", "uzdik_scope", rig.scope);

    @Test
    void theyAreForTheAgencyAlone() {
        var wish = Map.of("mail", "stage-result/selection/d-1/candidate", "round", "r");
        assertThat(rig.call(member, "GET /v1/mails", "").getStatusCode()).isEqualTo(403);
        assertThat(rig.call(member, "POST /v1/mails", wish).getStatusCode()).isEqualTo(403);
        assertThat(rig.agency("POST /v1/mails", wish).getStatusCode()).isEqualTo(404);
        assertThat(rig.agency("GET /v1/mails", "").getBody()).isEqualTo("{\"mails\":[]}");
    }

    @Test
    void aMailThatIsStillOnItsWayIsNotSentASecondTime() throws Exception {
        var candidate = rig.selection(1).getFirst();
        assertThat(rig.announce("selection").getStatusCode()).isEqualTo(201);
        var mail = "stage-result/selection/" + candidate + "/nominator";
        new GivenUpStore(Tables.of(rig.wiring)).putNew(new GivenUp(mail, "r", "stage-result", "General", 1, rig.now));
        var listed = Json.tree(rig.agency("GET /v1/mails", "").getBody()).at("/mails/0");
        assertThat(listed.at("/mail").asText()).isEqualTo(mail);
        var answer = rig.agency("POST /v1/mails", Map.of("mail", mail, "round", "r"));
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(409);
        assertThat(rig.mails()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "dossier-decided/%s-1/candidate, candidate0@example.kz",
        "dossier-joined/%s-1/nominator-1, odaq@example.kz",
        "stage-result/selection/%s/nominator, nominator0@example.kz",
        "dossier-reminder/%s-1/intake, secretary@example.kz",
        "dossier-reminder/%s-1/upload, secretary@example.kz",
        "handover-reminder/regional/%s, secretary@example.kz",
        "announcement/selection/m7, before@example.kz"
    })
    void itGoesToTheAddressThatHoldsNow(String shape, String address) throws Exception {
        var dossier = rig.register(0);
        rig.join(dossier);
        var mail = shape.formatted(dossier);
        var kind = mail.substring(0, mail.indexOf('/'));
        var tables = Tables.of(rig.wiring);
        new Outbox(tables).put(new OutgoingMail(mail, kind, "before@example.kz", Map.of()));
        var key = Map.of("pk", AttributeValue.fromS(Outbox.PREFIX + mail), "sk", AttributeValue.fromS("MAIL"));
        rig.dynamoDb.updateItem(r -> r.tableName(rig.contestTable)
                .key(key)
                .updateExpression("SET #state = :sent")
                .expressionAttributeNames(Map.of("#state", "state"))
                .expressionAttributeValues(Map.of(":sent", AttributeValue.fromS("SENT"))));
        new GivenUpStore(tables).putNew(new GivenUp(mail, "r", kind, "General", 1, rig.now));
        var answer = rig.agency("POST /v1/mails", Map.of("mail", mail, "round", "r"));
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(201);
        var again = Map.of("pk", key.get("pk"), "sk", AttributeValue.fromS("AGAIN#r"));
        var item = rig.dynamoDb
                .getItem(r -> r.tableName(rig.contestTable).key(again))
                .item();
        assertThat(Json.tree(item.get("mail").s()).at("/to").asText()).isEqualTo(address);
    }
}
