package kz.uzdik.host.rehearsal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.uzdik.host.rehearsal.Nominee.Flaw;

/** Secretaries register dossiers and upload archives; the check proposes; commissions confirm (§9–§11). */
final class Dossiers {

    static final String STEP = "dossiers";

    private final Play play;
    private final SampleArchives archives;

    Dossiers(Play play, SampleArchives archives) {
        this.play = play;
        this.archives = archives;
    }

    void run() {
        expect();
        var calendar = play.definition().calendar();
        play.moveTo(calendar.intake().opens().plusHours(1));
        var onTime = new ArrayList<>(play.script().sound());
        play.script().flawed().stream().filter(n -> n.flaw() != Flaw.LATE).forEach(onTime::add);
        play.progress().begin("dossiers: upload", onTime.size());
        play.each(onTime, this::register);
        play.world().awaitIdle();
        play.moveTo(calendar.intake().closes().minusHours(12));
        play.moveTo(calendar.intake().closes().plusMinutes(1));
        play.script().flawed().stream().filter(n -> n.flaw() == Flaw.LATE).forEach(this::register);
        play.progress().begin("dossiers: decide", onTime.size());
        play.each(onTime, this::decide);
        play.world().awaitIdle();
    }

    private void expect() {
        var ledger = play.ledger();
        var flawed = play.script().flawed();
        long late = flawed.stream().filter(n -> n.flaw() == Flaw.LATE).count();
        long registered = play.script().sound().size() + flawed.size() - late;
        ledger.expect(STEP, "registered", registered);
        ledger.expect(STEP, "uploaded", registered);
        ledger.expect(STEP, "refused at registration: window-closed", late);
        ledger.expect(STEP, "checked", registered);
        ledger.expect(STEP, "proposed for admission", play.script().sound().size());
        flawed.stream().filter(n -> n.flaw() != Flaw.LATE).forEach(n -> {
            ledger.expect(STEP, "refused: " + rule(n), 1);
        });
        ledger.expect(STEP, "admitted", play.script().sound().size());
        ledger.expect(STEP, "decisions recorded", registered);
    }

    private static String rule(Nominee nominee) {
        var flaw = nominee.flaw();
        return flaw == null ? "" : flaw.rule;
    }

    private void register(Nominee akim) {
        var archive = archives.of(akim);
        var answer = play.doors().post("/v1/dossiers", play.secretary(akim.oblast()), registration(akim, archive));
        if (answer.status() == 409) {
            play.ledger().find(STEP, "refused at registration: " + answer.problem());
            return;
        }
        answer.orFail(201);
        play.ledger().find(STEP, "registered");
        send(akim, archive);
        play.ledger().find(STEP, "uploaded");
    }

    /** Sends part after part, until all are there. */
    private void send(Nominee akim, SampleArchives.Made archive) {
        var secretary = play.secretary(akim.oblast());
        var path = "/v1/dossiers/" + akim.dossier() + "/upload";
        var wanted = Map.of("parts", archive.parts().hashes());
        var answer = play.doors().post(path, secretary, wanted).orFail(200).body();
        while (!answer.path("complete").asBoolean()) {
            for (var link : answer.path("links")) {
                var status = play.doors()
                        .upload(link, archive.part(link.path("number").asInt()));
                if (status != 200) {
                    throw new IllegalStateException("upload of " + akim.dossier() + " answered " + status);
                }
            }
            answer = play.doors().post(path, secretary, wanted).orFail(200).body();
        }
    }

    private Map<String, Object> registration(Nominee akim, SampleArchives.Made archive) {
        var reference = play.definition().eligibility().referenceDate();
        var body = new LinkedHashMap<String, Object>();
        body.put("okrug", akim.okrug());
        body.put("candidateName", akim.name());
        body.put("candidateEmail", akim.email());
        body.put("iin", akim.iin());
        body.put("nominatorKind", akim.nominatorKind().name());
        body.put("nominatorName", akim.nominatorName());
        body.put("nominatorEmail", akim.nominatorEmail());
        body.put("service", List.of(Map.of("from", akim.inPostSince(reference).toString())));
        body.put("penalties", penalties(akim));
        body.put("bytes", archive.bytes().length);
        body.put("sha256", archive.parts().sha256());
        return body;
    }

    private List<Map<String, String>> penalties(Nominee akim) {
        var reference = play.definition().eligibility().referenceDate();
        return akim.flaw() == Flaw.OUTSTANDING_PENALTY
                ? List.of(Map.of(
                        "kind",
                        "DISCIPLINARY",
                        "imposed",
                        reference.minusMonths(2).toString()))
                : List.of();
    }

    /** Confirms what the check proposed. */
    private void decide(Nominee akim) {
        var secretary = play.secretary(akim.oblast());
        var dossier = play.doors()
                .get("/v1/dossiers/" + akim.dossier(), secretary)
                .orFail(200)
                .body();
        var proposal = dossier.path("proposal");
        if (proposal.isMissingNode()) {
            return;
        }
        play.ledger().find(STEP, "checked");
        var refusedFor = new ArrayList<String>();
        proposal.path("findings").forEach(finding -> {
            var rule = finding.path("rule").asText();
            if (!finding.path("met").asBoolean() && !refusedFor.contains(rule)) {
                refusedFor.add(rule);
            }
        });
        boolean admit = proposal.path("admit").asBoolean();
        var decision = new LinkedHashMap<String, Object>();
        decision.put("admitted", admit);
        decision.put("refusedFor", refusedFor);
        decision.put("attributes", admit ? akim.attributes() : Map.of());
        decision.put("note", "");
        play.doors()
                .post("/v1/dossiers/" + akim.dossier() + "/decision", secretary, decision)
                .orFail(201);
        play.ledger().find(STEP, "decisions recorded");
        if (admit) {
            play.ledger().find(STEP, "proposed for admission");
            play.ledger().find(STEP, "admitted");
        } else {
            play.ledger().find(STEP, "refused: " + named(refusedFor, rule(akim)));
        }
    }

    /** The rule expected, where it is among those named; all of them otherwise, so that the table shows it. */
    private static String named(List<String> refusedFor, String expected) {
        return refusedFor.contains(expected) ? expected : String.join(", ", refusedFor);
    }
}
