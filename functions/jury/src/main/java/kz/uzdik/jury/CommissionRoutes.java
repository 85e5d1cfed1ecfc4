package kz.uzdik.jury;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.http.Caller;
import kz.uzdik.http.Door;
import kz.uzdik.http.Request;
import kz.uzdik.store.CommissionStore;

/** The agency records who sits on a commission (§3, §4). */
final class CommissionRoutes {

    private static final int MAX_BODY_BYTES = 64 * 1024;
    private static final int MAX_NAME = 200;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:@|-]{1,128}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");

    private final ContestDefinition definition;
    private final CommissionStore commissions;
    private final InstantSource clock;

    CommissionRoutes(ContestDefinition definition, CommissionStore commissions, InstantSource clock) {
        this.definition = definition;
        this.commissions = commissions;
        this.clock = clock;
    }

    private record Members(List<Commission.Member> members) {}

    /** {@code PUT /v1/commissions/{scope}}. */
    APIGatewayV2HTTPResponse appoint(Request request) {
        var caller = request.caller().having(Caller.AGENCY);
        var scope = known(request.path("scope"));
        var members = request.body(Members.class, MAX_BODY_BYTES).members();
        check(scope, members);
        var commission = new Commission(scope, members);
        var isNew = commissions.record(commission, caller.subject(), clock.instant());
        return Door.json(isNew ? 201 : 200, commission);
    }

    /** {@code GET /v1/commissions/{scope}}. */
    APIGatewayV2HTTPResponse show(Request request) {
        var scope = known(request.path("scope"));
        request.caller()
                .having(Caller.AGENCY, Caller.SECRETARY, Caller.CHAIR, Caller.MEMBER)
                .in(scope);
        return Door.json(200, commissions.of(scope).orElseThrow(Refusals::commissionUnknown));
    }

    private String known(String scope) {
        var isKnown = scope.equals(Stage.REPUBLIC)
                || definition.oblasts().stream()
                        .anyMatch(oblast -> oblast.kato().equals(scope));
        if (!isKnown) {
            throw Refusals.scopeUnknown();
        }
        return scope;
    }

    private void check(String scope, List<Commission.Member> members) {
        var kind = scope.equals(Stage.REPUBLIC) ? Stage.Scope.REPUBLIC : Stage.Scope.OBLAST;
        var needed = definition.commissions().of(kind).members();
        if (members.size() != needed) {
            throw Refusals.field(
                    "/members", "Комиссия мүшелерінің саны: " + needed + ".", "Число членов комиссии: " + needed + ".");
        }
        if (having(members, Commission.Role.CHAIR) != 1) {
            throw Refusals.field("/members", "Төраға біреу болуы керек.", "Председатель должен быть один.");
        }
        if (having(members, Commission.Role.DEPUTY) > 1) {
            throw Refusals.field(
                    "/members", "Төраға орынбасары біреуден аспайды.", "Заместитель председателя не более чем один.");
        }
        var ids = new HashSet<String>();
        for (var i = 0; i < members.size(); i++) {
            check("/members/" + i, members.get(i));
            if (!ids.add(members.get(i).id())) {
                throw Refusals.field("/members/" + i + "/id", "Бұл мүше екі рет аталған.", "Этот член назван дважды.");
            }
        }
    }

    private static long having(List<Commission.Member> members, Commission.Role role) {
        return members.stream().filter(member -> member.role() == role).count();
    }

    private static void check(String pointer, Commission.Member member) {
        if (!ID.matcher(member.id()).matches()) {
            throw Refusals.field(pointer + "/id", "Белгі дұрыс емес.", "Неверный идентификатор.");
        }
        if (member.name().isBlank() || member.name().length() > MAX_NAME) {
            throw Refusals.field(pointer + "/name", "Аты-жөнін көрсетіңіз.", "Укажите имя.");
        }
        if (!EMAIL.matcher(member.email()).matches()) {
            throw Refusals.field(pointer + "/email", "Электрондық пошта дұрыс емес.", "Неверный адрес почты.");
        }
    }
}
