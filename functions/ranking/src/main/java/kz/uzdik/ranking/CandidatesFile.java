package kz.uzdik.ranking;

import java.util.List;
import kz.uzdik.contest.definition.Places;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.definition.Text;
import kz.uzdik.contest.ranking.Participant;
import kz.uzdik.store.AnnouncedStage;

/** The public list of those whom residents are asked about, each with the ticket that a ballot must carry. */
final class CandidatesFile {

    private final Works works;

    CandidatesFile(Works works) {
        this.works = works;
    }

    record Listing(String survey, List<Candidate> candidates) {}

    record Candidate(
            String candidate,
            String ticket,
            String name,
            String oblast,
            Text oblastName,
            String district,
            Text districtName,
            String okrug,
            Text okrugName) {}

    /** The candidates of {@code survey}: those whom {@code announced}, the stage before it, has chosen. */
    Listing of(Survey survey, AnnouncedStage announced) {
        var places = Places.of(announced.snapshot().definition());
        return new Listing(
                survey.id(),
                announced.chosen().stream()
                        .map(one -> candidate(survey, one, places))
                        .toList());
    }

    private Candidate candidate(Survey survey, Participant one, Places places) {
        return new Candidate(
                one.candidate(),
                works.key().get().ticket(survey.id(), one.candidate()),
                one.name(),
                one.oblast(),
                places.oblastOf(one.okrug()).orElseThrow().name(),
                one.district(),
                places.districtOf(one.okrug()).orElseThrow().name(),
                one.okrug(),
                places.okrug(one.okrug()).orElseThrow().name());
    }
}
