package kz.uzdik.ranking;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.ranking.Participant;
import kz.uzdik.contest.ranking.Rating;
import kz.uzdik.contest.vote.Annulments;
import kz.uzdik.contest.vote.SurveyAct;
import kz.uzdik.json.pack.PackCorrection;
import kz.uzdik.json.pack.PackFacts;
import kz.uzdik.json.pack.PackProtocol;
import kz.uzdik.json.pack.PackWriter;
import kz.uzdik.json.pack.PublishedBallots;
import kz.uzdik.store.AnnouncedStage;
import kz.uzdik.store.FactsGatherer;
import org.jspecify.annotations.Nullable;

/** Builds a stage's evidence pack from what was recorded, through a file on disk, since ballots may be many. */
final class EvidencePack {

    private final Works works;

    EvidencePack(Works works) {
        this.works = works;
    }

    /** Where a pack lies and what it is. */
    record Placed(String key, String sha256) {}

    /** The protocol of {@code announced} in every language. */
    static List<PackProtocol> protocols(AnnouncedStage announced) {
        return Protocol.LANGUAGES.stream()
                .map(language -> {
                    var html = Protocol.of(announced, language);
                    return new PackProtocol(
                            language,
                            html,
                            ProtocolPdf.of(html, announced.announcement().announcedAt()));
                })
                .toList();
    }

    /** Builds the pack of {@code stage} with its {@code protocols} and puts it at {@code key} of the public bucket. */
    Placed publish(AnnouncedStage stage, List<PackProtocol> protocols, String key, String cacheControl) {
        try {
            var file = Files.createTempFile("evidence", ".zip");
            try {
                var sha256 = write(facts(stage, protocols), file);
                works.published().put(key, file, "application/zip", cacheControl);
                return new Placed(key, sha256);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String write(PackFacts facts, Path file) throws IOException {
        try (var out = new DigestOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file)), MessageDigest.getInstance("SHA-256"))) {
            PackWriter.write(facts, out);
            return HexFormat.of().formatHex(out.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private PackFacts facts(AnnouncedStage announced, List<PackProtocol> protocols) {
        var snapshot = announced.snapshot();
        var stage = snapshot.definition().stages().stream()
                .filter(one -> one.id().equals(announced.announcement().stage()))
                .findFirst()
                .orElseThrow();
        var candidates = snapshot.facts().participants().stream()
                .map(Participant::candidate)
                .collect(Collectors.toUnmodifiableSet());
        return new PackFacts(
                snapshot.definition(),
                announced.announcement().number(),
                announced.announcement().announcedAt(),
                corrects(announced),
                snapshot.facts(),
                snapshot.minutes(),
                announced.rating(),
                snapshot.decisions(),
                earlier(stage),
                Surveys.of(snapshot.definition(), stage).stream()
                        .map(survey -> ballots(survey, candidates, snapshot.acts()))
                        .toList(),
                snapshot.annulments(),
                snapshot.paper(),
                protocols);
    }

    private static @Nullable PackCorrection corrects(AnnouncedStage announced) {
        var corrects = announced.announcement().corrects();
        var before = announced.corrected();
        return corrects == null || before == null
                ? null
                : new PackCorrection(
                        corrects.number(),
                        before.announcement().announcedAt(),
                        corrects.evidenceSha256(),
                        corrects.reason());
    }

    /** An earlier stage cannot be corrected once this one is announced, so those that hold now held then. */
    private List<Rating> earlier(Stage stage) {
        return FactsGatherer.earlier(stage).stream()
                .map(id -> works.facts().announced(id).orElseThrow().rating())
                .toList();
    }

    /** The ballots on those who take part: of a survey that a later stage counts again, not all. */
    private PublishedBallots ballots(Survey survey, Set<String> candidates, List<SurveyAct> acts) {
        var published = new PublishedBallots(
                survey,
                Annulments.of(acts.stream()
                        .filter(act -> act.survey().equals(survey.id()))
                        .toList()));
        works.ballots().forEach(survey.id(), ballot -> {
            if (candidates.contains(ballot.candidate())) {
                published.add(ballot);
            }
        });
        return published;
    }
}
