package kz.uzdik.vote;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.random.RandomGenerator;
import kz.uzdik.contest.vote.Altcha;
import kz.uzdik.contest.vote.ProofWork;
import kz.uzdik.contest.vote.Pseudonyms;
import kz.uzdik.http.ProblemException;
import kz.uzdik.http.Request;
import kz.uzdik.json.Json;
import kz.uzdik.store.CodeStore;

/** Gives out challenges and reads their solutions. Who asks much is given more to do, and is never sent away. */
final class ProofDesk {

    private final Altcha altcha;
    private final Pseudonyms pseudonyms;
    private final CodeStore store;
    private final InstantSource clock;
    private final RandomGenerator random;

    ProofDesk(Altcha altcha, Pseudonyms pseudonyms, CodeStore store, InstantSource clock, RandomGenerator random) {
        this.altcha = altcha;
        this.pseudonyms = pseudonyms;
        this.store = store;
        this.clock = clock;
        this.random = random;
    }

    /** A challenge for who sent {@code request}. */
    Altcha.Challenge challenge(Request request) {
        var now = clock.instant();
        long asked = store.count(
                pseudonyms.asking(Visitor.address(request), now),
                now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(2)));
        return altcha.challenge(ProofWork.of(asked), now, random);
    }

    /** The challenge that {@code payload} solves: JSON in Base64, as ALTCHA's own widget sends it. */
    String solved(String payload) {
        var proof = read(payload);
        var solution = new Altcha.Solution(
                proof.algorithm(), proof.challenge(), proof.number(), proof.salt(), proof.signature());
        if (!altcha.accepts(solution, clock.instant())) {
            throw new ProblemException(VoteProblems.proofInvalid());
        }
        return proof.challenge();
    }

    private static Proof read(String payload) {
        try {
            return Json.read(new String(Base64.getDecoder().decode(payload), StandardCharsets.UTF_8), Proof.class);
        } catch (IllegalArgumentException | com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new ProblemException(VoteProblems.proofInvalid());
        }
    }
}
