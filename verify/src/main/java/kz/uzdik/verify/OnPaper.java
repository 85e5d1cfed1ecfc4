package kz.uzdik.verify;

import java.util.HashMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.PaperBallots;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.ranking.Participant;
import kz.uzdik.contest.vote.BallotKind;
import kz.uzdik.contest.vote.PaperRules;
import kz.uzdik.json.pack.PackAnnulment;
import kz.uzdik.json.pack.PackContents;
import kz.uzdik.json.pack.PackFiles;
import kz.uzdik.json.pack.PackPaper;

/** The counts of paper ballots: versions without a gap, the last one confirmed, and what counts follows from that. */
final class OnPaper {
    private final PackContents pack;
    private final Names names;

    OnPaper(PackContents pack, Names names) {
        this.pack = pack;
        this.names = names;
    }

    /** How many paper ballots hold, those annulled among them. */
    long ballots() {
        return PackPaper.holding(pack.paper()).stream()
                .mapToLong(PackPaper::ballots)
                .sum();
    }

    Optional<String> difference() {
        var participants =
                pack.participants().stream().map(Participant::candidate).collect(Collectors.toUnmodifiableSet());
        var last = new HashMap<String, PackPaper>();
        var holding = new TreeMap<String, PackPaper>();
        PackPaper.holding(pack.paper()).forEach(paper -> holding.put(key(paper), paper));
        for (var paper : pack.paper()) {
            var before = last.put(key(paper), paper);
            var survey = pack.definition().survey(paper.survey());
            if (survey.isEmpty() || survey.get().paper() == PaperBallots.NONE) {
                return Optional.of(PackFiles.PAPER + " has ballots of survey " + paper.survey() + ", which takes none");
            }
            if (!participants.contains(paper.candidate())) {
                return Optional.of(named(paper) + " is on somebody who does not take part");
            }
            if (paper.version() != (before == null ? 1 : before.version() + 1)) {
                return Optional.of(named(paper) + " does not follow on the one before it");
            }
            if ((paper.reason() == null) != (before == null)) {
                return Optional.of(named(paper) + " has no reason, or one although it is the first");
            }
            var difference = difference(survey.get(), paper, paper.equals(holding.get(key(paper))));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return last.values().stream()
                .filter(paper -> paper.confirmedAt() == null)
                .findFirst()
                .map(paper -> named(paper) + " was never confirmed, and is the last");
    }

    private Optional<String> difference(Survey survey, PackPaper paper, boolean holds) {
        var confirmed = paper.confirmedAt();
        if (confirmed != null && confirmed.isBefore(paper.at())) {
            return Optional.of(named(paper) + " was confirmed before it was entered");
        }
        if (paper.scanBytes() < 1 || !paper.scanSha256().matches("[0-9a-f]{64}")) {
            return Optional.of(named(paper) + " has no scan");
        }
        var due = holds ? annulment(survey, paper.candidate()) : Optional.<Integer>empty();
        if (!due.equals(Optional.ofNullable(paper.annulled()))) {
            return Optional.of(named(paper) + " is annulled by "
                    + due.map(number -> "annulment " + number).orElse("none") + ", it says otherwise");
        }
        var faults = PaperRules.check(survey, paper.ballots(), paper.counts());
        if (!faults.isEmpty()) {
            return Optional.of(named(paper) + " cannot be: " + faults.getFirst());
        }
        boolean shown = holds && due.isEmpty() && paper.ballots() >= survey.minimumGroup();
        return shown || paper.counts().isEmpty()
                ? Optional.empty()
                : Optional.of(named(paper) + " shows answers that no rating rests on");
    }

    /** The first annulment that takes the paper ballots on {@code candidate}: one of hours or a network takes none. */
    private Optional<Integer> annulment(Survey survey, String candidate) {
        return pack.annulments().stream()
                .filter(one -> one.survey().equals(survey.id()))
                .filter(one -> one.reinstated() == null && one.fromHour() == null && one.toHour() == null)
                .filter(one -> !one.ofNetwork() && one.concerns(candidate))
                .filter(one -> one.channel() == null || one.channel().equals(BallotKind.PAPER))
                .map(PackAnnulment::number)
                .min(Integer::compare);
    }

    private static String key(PackPaper paper) {
        return paper.survey() + " " + paper.candidate();
    }

    private String named(PackPaper paper) {
        return "paper count " + paper.version() + " on " + names.candidate(paper.candidate());
    }
}
