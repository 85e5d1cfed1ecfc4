package kz.uzdik.host.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.uzdik.contest.definition.Stage;

/** The agency records who sits on which commission (§3, §4). */
final class Commissions {

    private final Play play;

    Commissions(Play play) {
        this.play = play;
    }

    void run() {
        var scopes = new ArrayList<>(
                play.script().oblasts().stream().map(oblast -> oblast.kato()).toList());
        scopes.add(Stage.REPUBLIC);
        play.ledger().expect("commissions", "recorded", scopes.size());
        play.progress().begin("commissions", scopes.size());
        for (var scope : scopes) {
            play.doors()
                    .put("/v1/commissions/" + scope, play.agency(), Map.of("members", members(scope)))
                    .orFail(201);
            play.ledger().find("commissions", "recorded");
            play.progress().step();
        }
    }

    private List<Map<String, String>> members(String scope) {
        var kind = scope.equals(Stage.REPUBLIC) ? Stage.Scope.REPUBLIC : Stage.Scope.OBLAST;
        var members = new ArrayList<Map<String, String>>();
        for (int i = 0; i < play.definition().commissions().of(kind).members(); i++) {
            members.add(Map.of(
                    "id",
                    Play.memberId(scope, i),
                    "name",
                    Names.draw(new java.util.SplittableRandom((scope + i).hashCode())),
                    "email",
                    Play.memberId(scope, i) + "@commissions.example",
                    "role",
                    i == 0 ? "CHAIR" : "MEMBER"));
        }
        return members;
    }
}
