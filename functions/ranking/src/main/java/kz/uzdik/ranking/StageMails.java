package kz.uzdik.ranking;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.dossier.Registration;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.contest.ranking.Rating.Standing;
import kz.uzdik.store.AnnouncedStage;
import kz.uzdik.store.Correction;
import kz.uzdik.store.DossierState;
import kz.uzdik.store.OutgoingMail;

/** The mails that follow from an announcement; their ids say which they are, so each is sent once. */
final class StageMails {

    private final Works works;

    StageMails(Works works) {
        this.works = works;
    }

    /**
     * To each candidate, nominator and secretary their result, and to each member word of the announcement (§12, §17); of a
     * correction, to those too who are not rated any more.
     */
    List<OutgoingMail> of(AnnouncedStage announced) {
        var bulletin = new Bulletin(announced);
        var registrations = works.dossiers().all(bulletin.definition().oblasts()).stream()
                .map(DossierState::registration)
                .collect(Collectors.toMap(Registration::dossier, Function.identity()));
        var mails = new ArrayList<OutgoingMail>();
        for (var standing : announced.standings()) {
            var registration = registrations.get(standing.candidate());
            if (registration == null) {
                throw new IllegalStateException("no dossier of " + standing.candidate());
            }
            results(bulletin, standing, registration, mails);
        }
        bulletin.noLongerRated().forEach(candidate -> left(bulletin, candidate, registrations, mails));
        announced
                .snapshot()
                .facts()
                .commissions()
                .forEach(commission ->
                        commission.members().forEach(member -> mails.add(announcement(bulletin, member))));
        return mails;
    }

    private void results(Bulletin bulletin, Standing standing, Registration registration, List<OutgoingMail> mails) {
        var verdict = bulletin.verdict(standing);
        var explanation = bulletin.explanation(standing);
        var values = new HashMap<>(Map.of(
                "stageKk", bulletin.stage().title().kk(),
                "stageRu", bulletin.stage().title().ru(),
                "candidateName", registration.candidateName(),
                "outcomeKk", verdict.kk(),
                "outcomeRu", verdict.ru(),
                "total", standing.total().toPlainString(),
                "explanationKk", explanation.kk(),
                "explanationRu", explanation.ru(),
                "url", url(bulletin)));
        var corrects = bulletin.announced().announcement().corrects();
        if (corrects != null) {
            values.putAll(corrected(corrects, bulletin.before(standing.candidate())));
        }
        toAll(corrects == null ? "stage-result" : "stage-corrected", bulletin, registration, values, mails);
    }

    /** To who was rated before a correction and is not any more. */
    private void left(
            Bulletin bulletin, String candidate, Map<String, Registration> registrations, List<OutgoingMail> mails) {
        var registration = registrations.get(candidate);
        var corrects = bulletin.announced().announcement().corrects();
        if (registration == null || corrects == null) {
            throw new IllegalStateException("no dossier of " + candidate);
        }
        var values = new HashMap<>(Map.of(
                "stageKk", bulletin.stage().title().kk(),
                "stageRu", bulletin.stage().title().ru(),
                "candidateName", registration.candidateName(),
                "outcomeKk", Words.KK.get("notRated"),
                "outcomeRu", Words.RU.get("notRated"),
                "url", url(bulletin)));
        values.putAll(corrected(corrects, bulletin.before(candidate)));
        toAll("stage-removed", bulletin, registration, values, mails);
    }

    private static Map<String, String> corrected(Correction corrects, Text before) {
        return Map.of(
                "reasonKk", corrects.reason().kk(),
                "reasonRu", corrects.reason().ru(),
                "beforeKk", before.kk(),
                "beforeRu", before.ru());
    }

    private static void toAll(
            String kind,
            Bulletin bulletin,
            Registration registration,
            Map<String, String> values,
            List<OutgoingMail> mails) {
        var about = kind + "/" + bulletin.announced().announcement().fileName() + "/" + registration.dossier() + "/";
        mails.add(new OutgoingMail(about + "candidate", kind, registration.candidateEmail(), values));
        mails.add(new OutgoingMail(about + "nominator", kind, registration.nominatorEmail(), values));
        mails.add(new OutgoingMail(about + "secretary", kind, registration.secretaryEmail(), values));
    }

    private OutgoingMail announcement(Bulletin bulletin, Commission.Member member) {
        var announcement = bulletin.announced().announcement();
        var values = new HashMap<>(Map.of(
                "stageKk", bulletin.stage().title().kk(),
                "stageRu", bulletin.stage().title().ru(),
                "url", url(bulletin)));
        var corrects = announcement.corrects();
        if (corrects != null) {
            values.put("reasonKk", corrects.reason().kk());
            values.put("reasonRu", corrects.reason().ru());
        }
        var kind = corrects == null ? "announcement" : "announcement-corrected";
        return new OutgoingMail(kind + "/" + announcement.fileName() + "/" + member.id(), kind, member.email(), values);
    }

    private String url(Bulletin bulletin) {
        return works.publicUrl() + "/results.html?stage=" + bulletin.stage().id();
    }
}
