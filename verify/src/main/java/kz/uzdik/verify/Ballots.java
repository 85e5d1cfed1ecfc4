package kz.uzdik.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.ranking.Participant;
import kz.uzdik.contest.vote.AnswerCounts;
import kz.uzdik.contest.vote.Ballot;
import kz.uzdik.contest.vote.Tally;
import kz.uzdik.json.Json;
import kz.uzdik.json.pack.AnswerLine;
import kz.uzdik.json.pack.PackContents;
import kz.uzdik.json.pack.PackException;
import kz.uzdik.json.pack.PackFiles;
import kz.uzdik.json.pack.PackReader;
import kz.uzdik.json.pack.SmallGroups;

/** One survey: its answers add up to the tallies, and there are as many receipts as ballots (§14(3)). */
final class Ballots {
    private static final String RECEIPT = "[0-9A-Z]{5}-[0-9A-Z]{5}";

    private final PackReader reader;
    private final PackContents pack;
    private final Names names;
    private final Survey survey;
    private final String answersFile;
    private final String receiptsFile;
    private final Map<String, AnswerCounts> tallies;
    private final Set<String> participants;
    private final Map<String, Long> receipts = new HashMap<>();
    private final Annulled annulled;
    private Map<String, AnswerCounts> recounted = Map.of();
    private String lastLine = "";
    private long answerLines;
    private long receiptLines;

    Ballots(PackReader reader, PackContents pack, Names names, Survey survey) {
        this.reader = reader;
        this.pack = pack;
        this.names = names;
        this.survey = survey;
        answersFile = PackFiles.answers(survey.id());
        receiptsFile = PackFiles.receipts(survey.id());
        tallies = pack.tallies().getOrDefault(survey.id(), Map.of());
        annulled = new Annulled(pack, names, survey);
        participants = pack.participants().stream().map(Participant::candidate).collect(Collectors.toUnmodifiableSet());
    }

    long answers() {
        return answerLines;
    }

    long receipts() {
        return receiptLines;
    }

    long annulled() {
        return annulled.ballots();
    }

    /** Throws {@link PackException} for a line that cannot be. */
    Optional<String> difference() {
        readAnswers();
        readReceipts();
        var annulment = annulled.difference();
        if (annulment.isPresent()) {
            return annulment;
        }
        var candidates = new TreeSet<>(tallies.keySet());
        candidates.addAll(recounted.keySet());
        candidates.addAll(receipts.keySet());
        candidates.addAll(annulled.candidates());
        return candidates.stream()
                .map(this::difference)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> difference(String candidate) {
        if (!participants.contains(candidate)) {
            return Optional.of("survey " + survey.id() + " has ballots on " + candidate + ", who does not take part");
        }
        var tally = tallies.getOrDefault(candidate, AnswerCounts.NONE);
        var counted = recounted.getOrDefault(candidate, AnswerCounts.NONE);
        long ballots = tally.ballots();
        long accepted = ballots + annulled.ballots(candidate);
        if (receipts.getOrDefault(candidate, 0L) != accepted) {
            return Optional.of(names.candidate(candidate) + ": " + receipts.getOrDefault(candidate, 0L)
                    + " receipts in " + receiptsFile + ", " + ballots + " ballots in tallies.json"
                    + (accepted == ballots ? "" : " and " + (accepted - ballots) + " in annulments.json"));
        }
        if (ballots < survey.minimumGroup()) {
            return smallGroup(candidate, tally, counted);
        }
        if (counted.ballots() != ballots) {
            return Optional.of(names.candidate(candidate) + ": " + counted.ballots() + " answers in " + answersFile
                    + ", " + ballots + " ballots in tallies.json");
        }
        return questions(candidate, tally, counted);
    }

    private Optional<String> smallGroup(String candidate, AnswerCounts tally, AnswerCounts counted) {
        if (counted.ballots() > 0) {
            return Optional.of(names.candidate(candidate) + " has " + tally.ballots() + " ballots, too few for "
                    + answersFile + " to show any (" + survey.minimumGroup() + "), but it has " + counted.ballots());
        }
        if (SmallGroups.withheld(pack.definition(), pack.facts(), survey, tally.ballots())) {
            return tally.counts().isEmpty()
                    ? Optional.empty()
                    : Optional.of(names.candidate(candidate) + " has too few ballots for tallies.json to show answers");
        }
        return survey.questions().stream()
                .filter(question -> tally.ballots() != asked(tally.counts().getOrDefault(question.id(), Map.of())))
                .findFirst()
                .map(question -> names.candidate(candidate) + ", question " + question.id()
                        + ": the answers in tallies.json are not as many as the ballots");
    }

    /** How many answers there are, less than 0 if one is off the scale or given less than never. */
    private long asked(Map<String, Long> byAnswer) {
        long sum = 0;
        for (var answer : byAnswer.entrySet()) {
            boolean onScale =
                    answer.getKey().matches("\\d{1,3}") && survey.scale().allows(Integer.parseInt(answer.getKey()));
            if (!onScale || answer.getValue() < 0 || answer.getValue() > Integer.MAX_VALUE) {
                return -1;
            }
            sum += answer.getValue();
        }
        return sum;
    }

    private Optional<String> questions(String candidate, AnswerCounts tally, AnswerCounts counted) {
        var questions = new TreeSet<>(tally.counts().keySet());
        questions.addAll(counted.counts().keySet());
        for (var question : questions) {
            var published = tally.counts().getOrDefault(question, Map.of());
            var found = counted.counts().getOrDefault(question, Map.of());
            var answers = new TreeSet<>(published.keySet());
            answers.addAll(found.keySet());
            for (var answer : answers) {
                if (!published.getOrDefault(answer, 0L).equals(found.getOrDefault(answer, 0L))) {
                    return Optional.of(names.candidate(candidate) + ", question " + question + ": answer " + answer
                            + " is given " + found.getOrDefault(answer, 0L) + " times in " + answersFile + ", "
                            + published.getOrDefault(answer, 0L) + " times in tallies.json");
                }
            }
        }
        return Optional.empty();
    }

    private void readAnswers() {
        var tally = new Tally();
        lastLine = "";
        reader.lines(answersFile, (number, line) -> {
            sorted(answersFile, number, line);
            var read = read(number, line);
            if (read.annulled() == null) {
                tally.add(new Ballot("", survey.id(), read.candidate(), read.answers(), "", "", ""));
            } else {
                annulled.add(read.annulled(), read.candidate());
            }
            answerLines = number;
        });
        recounted = tally.totals();
    }

    private AnswerLine read(long number, String line) {
        var where = answersFile + " line " + number;
        AnswerLine read;
        try {
            read = Json.read(line, AnswerLine.class);
        } catch (JsonProcessingException e) {
            throw new PackException(where + " is not an answer: " + e.getOriginalMessage());
        }
        if (!Json.write(read).equals(line)) {
            throw new PackException(where + " is not written as the format has it");
        }
        var questions = new TreeSet<String>();
        survey.questions().forEach(question -> questions.add(question.id()));
        if (!read.answers().keySet().equals(questions)) {
            throw new PackException(where + " on " + names.candidate(read.candidate()) + " answers questions "
                    + read.answers().keySet() + ", the survey asks " + questions);
        }
        read.answers().forEach((question, answer) -> {
            if (!survey.scale().allows(answer)) {
                throw new PackException(where + " on " + names.candidate(read.candidate()) + ", question " + question
                        + ": answer " + answer + " is off the scale");
            }
        });
        return read;
    }

    private void readReceipts() {
        lastLine = "";
        reader.lines(receiptsFile, (number, line) -> {
            sorted(receiptsFile, number, line);
            int space = line.indexOf(' ');
            if (space < 0 || !line.substring(space + 1).matches(RECEIPT)) {
                throw new PackException(receiptsFile + " line " + number + " is not a candidate and a receipt");
            }
            receipts.merge(line.substring(0, space), 1L, Long::sum);
            receiptLines = number;
        });
    }

    private void sorted(String file, long number, String line) {
        if (lastLine.compareTo(line) > 0) {
            throw new PackException(file + " line " + number + " is not in order");
        }
        lastLine = line;
    }
}
