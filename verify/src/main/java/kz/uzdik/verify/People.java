package kz.uzdik.verify;

import static kz.uzdik.json.pack.PackFiles.DECISIONS;
import static kz.uzdik.json.pack.PackFiles.EARLIER;
import static kz.uzdik.json.pack.PackFiles.PARTICIPANTS;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.uzdik.contest.definition.Component;
import kz.uzdik.contest.definition.Places;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.ranking.Participant;
import kz.uzdik.contest.ranking.Rating;
import kz.uzdik.json.pack.PackContents;
import kz.uzdik.json.pack.PackDecision;

/** Who takes part: those whom the commissions admitted (§11), or those whom the stage before has chosen (§16). */
final class People {
    private final PackContents pack;
    private final Names names;
    private final Map<String, PackDecision> holding = new TreeMap<>();
    private final Set<String> earlier = new TreeSet<>();

    People(PackContents pack, Names names) {
        this.pack = pack;
        this.names = names;
        for (var decision : pack.decisions()) {
            holding.merge(decision.dossier(), decision, (one, other) -> one.number() > other.number() ? one : other);
        }
        pack.earlier().forEach(rating -> earlier.add(rating.stage()));
    }

    Optional<String> difference() {
        return Check.first(this::decisions, this::earlierStages, this::rightPeople, this::admitted, this::places);
    }

    private Optional<String> decisions() {
        var seen = new TreeSet<String>();
        for (var decision : pack.decisions()) {
            if (!seen.add(decision.dossier() + " " + decision.number())) {
                return Optional.of(DECISIONS + " has decision " + decision.number() + " on dossier "
                        + decision.dossier() + " twice");
            }
        }
        for (var decision : pack.decisions()) {
            if (decision.number() < 1
                    || (decision.number() > 1 && !seen.contains(decision.dossier() + " " + (decision.number() - 1)))) {
                return Optional.of(DECISIONS + " has decision " + decision.number() + " on dossier "
                        + decision.dossier() + " without the one before it");
            }
            var appealed = decision.onAppeal();
            if (appealed != null && (appealed < 1 || appealed >= decision.number())) {
                return Optional.of(DECISIONS + " has decision " + decision.number() + " on dossier "
                        + decision.dossier() + " on the appeal against decision " + appealed
                        + ", which is not before it");
            }
        }
        return Optional.empty();
    }

    private Optional<String> earlierStages() {
        var needed = new TreeSet<String>();
        var from = pack.stage().from();
        if (from != null) {
            needed.add(from);
        }
        for (var component : pack.stage().components()) {
            if (component instanceof Component.OfStage of) {
                needed.add(of.stage());
            }
        }
        if (earlier.size() < pack.earlier().size()) {
            return Optional.of(EARLIER + " has two ratings of one stage");
        }
        if (!needed.equals(earlier)) {
            return Optional.of(EARLIER + " has the ratings of stages " + earlier + ", the stage rests on " + needed);
        }
        return Optional.empty();
    }

    private Optional<String> rightPeople() {
        var taking = new TreeSet<String>();
        for (var participant : pack.participants()) {
            if (!taking.add(participant.candidate())) {
                return Optional.of(PARTICIPANTS + " has " + names.candidate(participant.candidate()) + " twice");
            }
        }
        var from = pack.stage().from();
        var due = from == null ? admittedDossiers() : chosenOf(from);
        var why = from == null ? "admitted by " + DECISIONS : "chosen in stage " + from + " by " + EARLIER;
        for (var candidate : due) {
            if (!taking.contains(candidate)) {
                return Optional.of("dossier " + candidate + " is " + why + ", but " + PARTICIPANTS + " lacks it");
            }
        }
        return taking.stream()
                .filter(candidate -> !due.contains(candidate))
                .findFirst()
                .map(candidate -> names.candidate(candidate) + " is in " + PARTICIPANTS + ", but was not " + why);
    }

    private Optional<String> admitted() {
        for (var participant : pack.participants()) {
            var decision = holding.get(participant.candidate());
            if (decision == null || decision.outcome() != PackDecision.Outcome.ADMITTED) {
                return Optional.of(names.candidate(participant.candidate()) + " takes part, but " + DECISIONS
                        + (decision == null ? " has no decision on the dossier" : " says REFUSED"));
            }
            if (!decision.attributes().equals(participant.attributes())) {
                return Optional.of(names.candidate(participant.candidate()) + " has attributes "
                        + participant.attributes() + " in " + PARTICIPANTS + ", the decision says "
                        + decision.attributes());
            }
        }
        return notRated();
    }

    /** In a later stage those admitted can be held against the first stage's rating, if the pack has it. */
    private Optional<String> notRated() {
        return pack.definition().stages().stream()
                .filter(stage -> stage.from() == null && earlier.contains(stage.id()))
                .map(Stage::id)
                .findFirst()
                .flatMap(stage -> {
                    var admitted = admittedDossiers();
                    var rated = candidates(stage);
                    return holding.keySet().stream()
                            .filter(dossier -> admitted.contains(dossier) != rated.contains(dossier))
                            .findFirst()
                            .map(dossier -> "dossier " + dossier + " is "
                                    + (admitted.contains(dossier) ? "admitted" : "refused") + " by " + DECISIONS
                                    + ", but " + (rated.contains(dossier) ? "was" : "was not") + " rated in stage "
                                    + stage);
                });
    }

    private Optional<String> places() {
        var places = Places.of(pack.definition());
        return pack.participants().stream()
                .filter(participant -> !isWhereItSays(places, participant))
                .findFirst()
                .map(participant -> names.candidate(participant.candidate()) + ": " + PARTICIPANTS
                        + " has rural district " + participant.okrug() + ", district " + participant.district()
                        + ", oblast " + participant.oblast() + ", which the definition does not put together");
    }

    private static boolean isWhereItSays(Places places, Participant participant) {
        return places.districtOf(participant.okrug())
                        .filter(district -> district.kato().equals(participant.district()))
                        .isPresent()
                && places.oblastOf(participant.okrug())
                        .filter(oblast -> oblast.kato().equals(participant.oblast()))
                        .isPresent();
    }

    private Set<String> admittedDossiers() {
        return holding.values().stream()
                .filter(decision -> decision.outcome() == PackDecision.Outcome.ADMITTED)
                .map(PackDecision::dossier)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> chosenOf(String stage) {
        return standings(stage)
                .filter(standing -> standing.outcome() instanceof Rating.Outcome.Chosen)
                .map(Rating.Standing::candidate)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> candidates(String stage) {
        return standings(stage).map(Rating.Standing::candidate).collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<Rating.Standing> standings(String stage) {
        return pack.earlier().stream()
                .filter(rating -> rating.stage().equals(stage))
                .flatMap(rating -> rating.scopes().stream())
                .flatMap(scope -> scope.standings().stream());
    }
}
