package kz.uzdik.host.rehearsal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.host.rehearsal.Doors.Answer;
import org.jspecify.annotations.Nullable;

/** Residents ask for a code, read it from the mail and vote over HTTP, some in ways that must not count twice (§14(3)). */
final class Voting {

    static final String STEP = "ballots";

    private static final int BATCH = 500;

    private final Play play;
    private final Survey survey;
    private final List<Voter> voters;
    private final SurveyDoor door;
    private final Map<Voter, String> receipts = new ConcurrentHashMap<>();
    private final Map<Voter, String> codes = new ConcurrentHashMap<>();

    private Voting(Play play, Survey survey, List<Voter> voters, SurveyDoor door) {
        this.play = play;
        this.survey = survey;
        this.voters = List.copyOf(voters);
        this.door = door;
    }

    /** Has {@code voters} vote in {@code survey}, from the hour before it opens to the minute after it closes. */
    static void run(Play play, Survey survey, List<Voter> voters) {
        play.moveTo(survey.window().opens().minusHours(1));
        new Voting(play, survey, voters, SurveyDoor.open(play.doors(), survey)).run();
    }

    private void run() {
        expect();
        outsideTheWindow();
        play.moveTo(survey.window().opens().plusHours(1));
        var defence = new Defence(play, survey);
        defence.stopAndResume(voters.getFirst(), door);
        // What the vote was told of the stopped candidate holds for a minute.
        play.moveTo(survey.window().opens().plusHours(1).plusMinutes(2));
        play.progress().begin("ballots", voters.size());
        for (int from = 0; from < voters.size(); from += BATCH) {
            var batch = voters.subList(from, Math.min(from + BATCH, voters.size()));
            codes.putAll(door.codes(batch, play.inbox()));
            play.each(batch, this::vote);
        }
        play.moveTo(survey.window().closes().minusHours(1));
        voters.stream().filter(v -> v.manner() == Voter.Manner.AGAIN_LATER).forEach(this::againLater);
        play.moveTo(survey.window().closes().plusMinutes(1));
        outsideTheWindow();
        play.ledger().find(STEP, "accepted", receipts.size());
        play.world().awaitIdle();
        defence.annulAndReinstate(receipts.keySet());
    }

    private void expect() {
        var ledger = play.ledger();
        long sent = 2;
        for (var voter : voters) {
            sent += voter.manner() == Voter.Manner.PLAIN || voter.manner() == Voter.Manner.CONTACT_USED_UP ? 1 : 2;
        }
        ledger.expect(STEP, "sent", sent);
        ledger.expect(STEP, "accepted", voters.size() - count(Voter.Manner.CONTACT_USED_UP));
        ledger.expect(STEP, "same receipt again, days later", count(Voter.Manner.AGAIN_LATER));
        ledger.expect(STEP, "same receipt after a broken connection", count(Voter.Manner.BROKEN_CONNECTION));
        ledger.expect(STEP, "refused: already-voted", count(Voter.Manner.TWICE_AT_ONCE));
        ledger.expect(STEP, "refused: code-invalid", count(Voter.Manner.WRONG_CODE_FIRST));
        ledger.expect(STEP, "refused: iin-invalid", count(Voter.Manner.WRONG_IIN_FIRST));
        ledger.expect(STEP, "refused: contact-used-up", count(Voter.Manner.CONTACT_USED_UP));
        ledger.expect(STEP, "refused: window-closed", 2);
    }

    private long count(Voter.Manner manner) {
        return voters.stream().filter(voter -> voter.manner() == manner).count();
    }

    /** A ballot of its own: one that is in already would get its receipt, at any time. */
    private void outsideTheWindow() {
        note(send(voters.get(0), "f".repeat(32), "AAAAAAAA", voters.get(0).iin()));
    }

    private void vote(Voter voter) {
        switch (voter.manner()) {
            case PLAIN, AGAIN_LATER, CONTACT_USED_UP -> sendWithMyCode(voter);
            case TWICE_AT_ONCE -> twiceAtOnce(voter);
            case BROKEN_CONNECTION -> {
                play.ledger().find(STEP, "sent");
                play.doors().postAndHangUp(door.ballots(), door.ballot(voter, code(voter)));
                var again = sendWithMyCode(voter);
                if (again != null) {
                    play.ledger().find(STEP, "same receipt after a broken connection");
                }
            }
            case WRONG_CODE_FIRST -> {
                note(send(voter, voter.ballot(), "22222222", voter.iin()));
                sendWithMyCode(voter);
            }
            case WRONG_IIN_FIRST -> {
                note(send(voter, voter.ballot(), code(voter), IinMaker.mistyped(voter.iin())));
                sendWithMyCode(voter);
            }
        }
    }

    private String code(Voter voter) {
        return codes.getOrDefault(voter, "");
    }

    private @Nullable String sendWithMyCode(Voter voter) {
        return receipt(voter, send(voter, voter.ballot(), code(voter), voter.iin()));
    }

    private void twiceAtOnce(Voter voter) {
        var go = new CountDownLatch(1);
        var other = voter.ballot().substring(1) + "0";
        var second = Thread.ofVirtual().start(() -> {
            try {
                go.await();
                receipt(voter, send(voter, other, code(voter), voter.iin()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        go.countDown();
        receipt(voter, send(voter, voter.ballot(), code(voter), voter.iin()));
        try {
            second.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void againLater(Voter voter) {
        var answer = send(voter, voter.ballot(), code(voter), voter.iin());
        if (answer.status() == 200 && answer.body().path("receipt").asText().equals(receipts.get(voter))) {
            play.ledger().find(STEP, "same receipt again, days later");
        } else {
            note(answer);
        }
    }

    private @Nullable String receipt(Voter voter, Answer answer) {
        if (answer.status() == 200 || answer.status() == 201) {
            var receipt = answer.body().path("receipt").asText();
            var before = receipts.put(voter, receipt);
            if (before != null && !before.equals(receipt)) {
                play.ledger().find(STEP, "TWO RECEIPTS FOR ONE PERSON");
            }
            return receipt;
        }
        note(answer);
        return null;
    }

    private void note(Answer answer) {
        play.ledger()
                .find(STEP, answer.status() >= 400 ? "refused: " + answer.problem() : "answered " + answer.status());
    }

    private Answer send(Voter voter, String ballot, String code, String iin) {
        play.ledger().find(STEP, "sent");
        return door.send(door.ballot(voter, ballot, code, iin));
    }
}
