package kz.uzdik.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.Places;
import kz.uzdik.contest.ranking.Participant;

/**
 * What a first stage takes from its dossiers.
 *
 * @param states the dossiers as they stand
 * @param places the contest's okrugs
 */
record DossierFacts(List<DossierState> states, Places places) {

    DossierFacts {
        states = List.copyOf(states);
    }

    /** Who takes part. */
    List<Participant> admitted() {
        return states.stream()
                .filter(state -> state.step() == DossierState.Step.ADMITTED)
                .map(this::participant)
                .toList();
    }

    private Participant participant(DossierState state) {
        var okrug = state.registration().okrug();
        return new Participant(
                state.dossier(),
                state.registration().candidateName(),
                places.oblastOf(okrug).orElseThrow().kato(),
                places.districtOf(okrug).orElseThrow().kato(),
                okrug,
                state.decision().orElseThrow().attributes());
    }

    /** Those on which nothing has ever been decided. */
    List<String> undecided() {
        return states.stream()
                .filter(state -> state.lastDecision().isEmpty())
                .map(DossierState::dossier)
                .toList();
    }

    /** When the decisions that hold were made, by dossier. */
    Map<String, Instant> decidedAt() {
        var times = new TreeMap<String, Instant>();
        states.forEach(state -> state.decision().ifPresent(held -> times.put(state.dossier(), held.at())));
        return times;
    }

    /** Those whose appeal is open. */
    List<String> appealed() {
        return states.stream()
                .filter(state -> state.openAppeal().isPresent())
                .map(DossierState::dossier)
                .toList();
    }

    /** How many further nominators joined, by dossier; those alone that somebody joined. */
    Map<String, Integer> joined() {
        return states.stream()
                .filter(state -> !state.nominations().isEmpty())
                .collect(Collectors.toMap(
                        DossierState::dossier, state -> state.nominations().size()));
    }
}
