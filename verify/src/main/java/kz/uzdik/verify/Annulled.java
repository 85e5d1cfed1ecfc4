package kz.uzdik.verify;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.json.pack.PackAnnulment;
import kz.uzdik.json.pack.PackContents;

/** The annulled ballots of one survey: as many lines of answers as {@code annulments.json} says, candidate by candidate. */
final class Annulled {
    private final PackContents pack;
    private final Names names;
    private final Survey survey;
    private final Map<Integer, Map<String, Long>> lines = new TreeMap<>();
    private final Map<String, Long> byCandidate = new TreeMap<>();

    Annulled(PackContents pack, Names names, Survey survey) {
        this.pack = pack;
        this.names = names;
        this.survey = survey;
        pack.annulments().stream()
                .filter(this::isHere)
                .forEach(one -> one.ballots().forEach((candidate, n) -> byCandidate.merge(candidate, n, Long::sum)));
    }

    /** Takes the line of a ballot on {@code candidate} that says it was taken by annulment {@code number}. */
    void add(int number, String candidate) {
        lines.computeIfAbsent(number, key -> new TreeMap<>()).merge(candidate, 1L, Long::sum);
    }

    long ballots() {
        return byCandidate.values().stream().mapToLong(Long::longValue).sum();
    }

    long ballots(String candidate) {
        return byCandidate.getOrDefault(candidate, 0L);
    }

    Set<String> candidates() {
        return byCandidate.keySet();
    }

    /** Once all lines are taken. */
    Optional<String> difference() {
        var known = new HashSet<Integer>();
        for (var annulment : pack.annulments()) {
            if (pack.definition().survey(annulment.survey()).isEmpty()) {
                return Optional.of("annulments.json has one of survey " + annulment.survey() + ", which there is not");
            }
            if (isHere(annulment)) {
                if (!known.add(annulment.number())) {
                    return Optional.of(named(annulment.number()) + " is there twice");
                }
                var difference = difference(annulment);
                if (difference.isPresent()) {
                    return difference;
                }
            }
        }
        return lines.keySet().stream()
                .filter(number -> !known.contains(number))
                .findFirst()
                .map(number -> "answers to " + survey.id() + " name " + named(number) + ", which is not there");
    }

    private Optional<String> difference(PackAnnulment annulment) {
        var name = named(annulment.number());
        if (!annulment.scope().equals(Stage.REPUBLIC)
                && pack.definition().oblasts().stream()
                        .noneMatch(oblast -> oblast.kato().equals(annulment.scope()))) {
            return Optional.of(name + " is of " + annulment.scope() + ", which is no oblast");
        }
        if (annulment.reinstated() != null && !annulment.ballots().isEmpty()) {
            return Optional.of(name + " is reinstated and takes ballots all the same");
        }
        var found = lines.getOrDefault(annulment.number(), Map.of());
        var candidates = new TreeSet<>(annulment.ballots().keySet());
        candidates.addAll(found.keySet());
        for (var candidate : candidates) {
            if (!annulment.concerns(candidate)) {
                return Optional.of(
                        name + " takes ballots on " + names.candidate(candidate) + ", whom it does not mean");
            }
            long said = annulment.ballots().getOrDefault(candidate, 0L);
            long due = said >= survey.minimumGroup() ? said : 0;
            if (said < 0 || found.getOrDefault(candidate, 0L) != due) {
                return Optional.of(names.candidate(candidate) + ": " + name + " takes " + said
                        + " ballots in annulments.json, and " + found.getOrDefault(candidate, 0L)
                        + " lines of answers are its");
            }
        }
        return Optional.empty();
    }

    private boolean isHere(PackAnnulment annulment) {
        return annulment.survey().equals(survey.id());
    }

    private static String named(int number) {
        return "annulment " + number;
    }
}
