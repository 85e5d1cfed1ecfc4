package kz.uzdik.verify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.uzdik.json.pack.PackContents;
import kz.uzdik.json.pack.PackCorrection;
import kz.uzdik.json.pack.PackException;
import kz.uzdik.json.pack.PackReader;
import org.jspecify.annotations.Nullable;

/**
 * Recounts a pack from its own facts: points, people, ballots, rating, sittings, protocols, files, in this order, up to the
 * first thing that differs.
 */
public final class Recount {
    private Recount() {}

    /** What came of it. */
    public sealed interface Result {
        /**
         * All agrees.
         *
         * @param counted what was recounted → how many
         * @param corrects the announcement before, that this one stands in for; null for a first
         * @param earlier stages whose totals were taken as published; their own packs show how they came about
         */
        record Agrees(
                String contest,
                String stage,
                Map<String, Long> counted,
                List<String> earlier,
                @Nullable PackCorrection corrects)
                implements Result {
            public Agrees {
                counted = Collections.unmodifiableMap(new LinkedHashMap<>(counted));
                earlier = List.copyOf(earlier);
            }
        }

        /** The first thing that does not agree, in words. */
        record Differs(String difference) implements Result {}
    }

    /** Recounts the pack at {@code path}. */
    public static Result of(Path path) {
        try (var reader = PackReader.open(path)) {
            return of(reader);
        } catch (PackException e) {
            return new Result.Differs(String.valueOf(e.getMessage()));
        }
    }

    private static Result of(PackReader reader) {
        var pack = PackContents.read(reader);
        var names = new Names(pack);
        var sheets = new Sheets(pack, names);
        var surveys = PackContents.surveys(pack.definition(), pack.stage()).stream()
                .map(survey -> new Ballots(reader, pack, names, survey))
                .toList();
        var checks = new ArrayList<Check>();
        checks.add(sheets::difference);
        checks.add(new People(pack, names)::difference);
        surveys.forEach(survey -> checks.add(survey::difference));
        var paper = new OnPaper(pack, names);
        checks.add(paper::difference);
        checks.add(new Outcome(pack, names)::difference);
        checks.add(new Sittings(pack, names)::difference);
        checks.add(new Protocols(reader, pack, names)::difference);
        checks.add(new Corrected(reader, pack)::difference);
        checks.add(new Listing(reader, pack)::difference);
        return Check.first(checks.toArray(Check[]::new))
                .<Result>map(Result.Differs::new)
                .orElseGet(() -> agrees(pack, sheets, surveys, paper));
    }

    private static Result agrees(PackContents pack, Sheets sheets, List<Ballots> surveys, OnPaper paper) {
        var counted = new LinkedHashMap<String, Long>();
        counted.put("decisions", (long) pack.decisions().size());
        counted.put("participants", (long) pack.participants().size());
        counted.put("commissions", (long) pack.commissions().size());
        counted.put("sheets", pack.sheets().size() - sheets.corrections());
        counted.put("sheets corrected", sheets.corrections());
        counted.put("sheets from paper", sheets.onPaper());
        counted.put("sheets not counted", sheets.notCounted());
        counted.put("sittings", (long) pack.minutes().sittings().size());
        counted.put("answers", surveys.stream().mapToLong(Ballots::answers).sum());
        counted.put("annulled", surveys.stream().mapToLong(Ballots::annulled).sum());
        counted.put("on paper", paper.ballots());
        counted.put("receipts", surveys.stream().mapToLong(Ballots::receipts).sum());
        counted.put("scopes rated", (long) pack.rating().scopes().size());
        counted.put("files", (long) pack.manifest().files().size());
        return new Result.Agrees(
                pack.definition().id(),
                pack.stage().id(),
                counted,
                pack.earlier().stream().map(rating -> rating.stage()).toList(),
                pack.manifest().corrects());
    }

    /** The difference found, if any. */
    public static Optional<String> difference(Path path) {
        return of(path) instanceof Result.Differs differs ? Optional.of(differs.difference()) : Optional.empty();
    }
}
