package kz.uzdik.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.uzdik.contest.dossier.Registration;
import kz.uzdik.contest.jury.Commission;
import kz.uzdik.contest.ranking.Rating.Standing;
import kz.uzdik.store.AnnouncedStage;
import kz.uzdik.store.DossierState;
import kz.uzdik.store.OutgoingMail;

/** The mails that follow from an announcement; their ids say which they are, so each is sent once. */
final class StageMails {

    private final Works works;

    StageMails(Works works) {
        this.works = works;
    }

    /** To each candidate, nominator and secretary their result, and to each member word of the announcement (§12, §17). */
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
        var values = Map.of(
                "stageKk", bulletin.stage().title().kk(),
                "stageRu", bulletin.stage().title().ru(),
                "candidateName", registration.candidateName(),
                "outcomeKk", verdict.kk(),
                "outcomeRu", verdict.ru(),
                "total", standing.total().toPlainString(),
                "explanationKk", explanation.kk(),
                "explanationRu", explanation.ru(),
                "url", url(bulletin));
        var about = "stage-result/" + bulletin.stage().id() + "/" + standing.candidate() + "/";
        mails.add(new OutgoingMail(about + "candidate", "stage-result", registration.candidateEmail(), values));
        mails.add(new OutgoingMail(about + "nominator", "stage-result", registration.nominatorEmail(), values));
        mails.add(new OutgoingMail(about + "secretary", "stage-result", registration.secretaryEmail(), values));
    }

    private OutgoingMail announcement(Bulletin bulletin, Commission.Member member) {
        return new OutgoingMail(
                "announcement/" + bulletin.stage().id() + "/" + member.id(),
                "announcement",
                member.email(),
                Map.of(
                        "stageKk", bulletin.stage().title().kk(),
                        "stageRu", bulletin.stage().title().ru(),
                        "url", url(bulletin)));
    }

    private String url(Bulletin bulletin) {
        return works.publicUrl() + "/results.html?stage=" + bulletin.stage().id();
    }
}
