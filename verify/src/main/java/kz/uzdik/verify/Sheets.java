package kz.uzdik.verify;

import static kz.uzdik.json.pack.PackFiles.SEALS;
import static kz.uzdik.json.pack.PackFiles.SHEETS;
import static kz.uzdik.json.pack.PackFiles.SHEET_POINTS;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.Announcing;
import kz.uzdik.contest.definition.Commissions.Correcting;
import kz.uzdik.contest.definition.Component;
import kz.uzdik.contest.definition.Sheet;
import kz.uzdik.contest.definition.Stage;
import kz.uzdik.contest.jury.FiledSheet;
import kz.uzdik.contest.jury.SheetRules;
import kz.uzdik.contest.ranking.Participant;
import kz.uzdik.contest.ranking.SheetPoints;
import kz.uzdik.json.pack.PackContents;
import kz.uzdik.json.pack.PackSeal;

/** The members' sheets: each version whole and within its limits, numbered without gaps, and the last one rightly added up. */
final class Sheets {
    private final PackContents pack;
    private final Names names;
    private final Map<String, Sheet> stageSheets = new HashMap<>();
    private final Map<String, Set<String>> members;
    private final Map<String, Participant> participants;
    private final Set<String> recused;

    Sheets(PackContents pack, Names names) {
        this.pack = pack;
        this.names = names;
        var used = pack.stage().components().stream()
                .filter(Component.OfSheet.class::isInstance)
                .map(component -> ((Component.OfSheet) component).sheet())
                .collect(Collectors.toSet());
        pack.definition().sheets().stream()
                .filter(sheet -> used.contains(sheet.id()))
                .forEach(sheet -> stageSheets.put(sheet.id(), sheet));
        members = pack.commissions().stream()
                .collect(Collectors.toMap(
                        commission -> commission.scope(),
                        commission -> commission.members().stream()
                                .map(member -> member.id())
                                .collect(Collectors.toSet()),
                        (one, other) -> one));
        participants = pack.participants().stream()
                .collect(Collectors.toMap(Participant::candidate, participant -> participant, (one, other) -> one));
        recused = pack.recusals().stream()
                .map(recusal -> recusal.candidate() + " " + recusal.member())
                .collect(Collectors.toUnmodifiableSet());
    }

    Optional<String> difference() {
        return Check.first(this::commissionTwice, this::versions, this::totals, this::faults, this::seals);
    }

    private Optional<String> commissionTwice() {
        return members.size() < pack.commissions().size()
                ? Optional.of("commissions.json has two commissions of one scope")
                : Optional.empty();
    }

    /** The versions of a sheet are numbered from 1 without gaps; each after the first says why, where that is allowed. */
    private Optional<String> versions() {
        var due = new HashMap<FiledSheet.Key, Integer>();
        boolean allowed =
                pack.definition().commissions().of(pack.stage().scope()).corrections() != Correcting.NOT_ALLOWED;
        for (var filed : FiledSheet.inOrder(pack.sheets())) {
            int next = due.merge(filed.key(), 1, Integer::sum);
            if (filed.version() < next) {
                return Optional.of(SHEETS + " has twice " + sheet(filed));
            }
            if (filed.version() > next) {
                return Optional.of(SHEETS + " lacks version " + next + " of " + sheet(filed));
            }
            if ((filed.correction() == null) != (next == 1)) {
                return Optional.of(sheet(filed) + ", version " + next
                        + (next == 1 ? " has a reason although it is the first" : " has no reason"));
            }
            var paper = filed.paper();
            if (paper != null && next > 1) {
                return Optional.of(sheet(filed) + ", version " + next + " is from paper, which the first alone can be");
            }
            if (paper != null && (paper.scanBytes() < 1 || !paper.scanSha256().matches("[0-9a-f]{64}"))) {
                return Optional.of(sheet(filed) + " is from paper and has no scan");
            }
            if (paper != null && paper.enteredBy().equals(paper.confirmedBy())) {
                return Optional.of(sheet(filed) + " was confirmed by who entered it from paper");
            }
            if (next > 1 && !allowed) {
                return Optional.of(sheet(filed) + " is corrected, which the definition does not allow");
            }
        }
        return Optional.empty();
    }

    private Optional<String> totals() {
        var published = new HashMap<Key, SheetPoints>();
        for (var points : pack.sheetPoints()) {
            if (published.put(Key.of(points), points) != null) {
                return Optional.of(SHEET_POINTS + " has two lines on " + sheet(points));
            }
        }
        for (var filed : FiledSheet.holding(pack.sheets())) {
            var points = new SheetPoints(filed.candidate(), filed.sheet(), filed.member(), SheetPoints.total(filed));
            var line = published.remove(Key.of(points));
            if (line == null) {
                return Optional.of(SHEETS + " has " + sheet(points) + ", " + SHEET_POINTS + " does not");
            }
            if (line.total().compareTo(points.total()) != 0) {
                return Optional.of(sheet(points) + ": its criteria " + criteria(filed) + " add up to "
                        + points.total().toPlainString() + ", " + SHEET_POINTS + " says "
                        + line.total().toPlainString());
            }
        }
        return published.values().stream()
                .min(Comparator.comparing(Sheets::order))
                .map(line -> SHEET_POINTS + " has " + sheet(line) + ", " + SHEETS + " does not");
    }

    private Optional<String> faults() {
        return pack.sheets().stream().map(this::fault).flatMap(Optional::stream).findFirst();
    }

    private Optional<String> fault(FiledSheet filed) {
        var what = sheet(filed);
        var sheet = stageSheets.get(filed.sheet());
        if (sheet == null || !filed.stage().equals(pack.stage().id())) {
            return Optional.of(what + " is no sheet of this stage");
        }
        return SheetRules.check(sheet, filed.points()).stream()
                .map(fault -> what + ", criterion " + fault.criterion() + ": "
                        + fault.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .findFirst();
    }

    /** Each version of a sheet is what its seal was made of, and each seal is of a sheet. */
    private Optional<String> seals() {
        var sealed = new HashMap<List<Object>, PackSeal>();
        for (var seal : pack.seals()) {
            if (sealed.put(key(seal.candidate(), seal.sheet(), seal.member(), seal.version()), seal) != null) {
                return Optional.of(SEALS + " has two seals of " + named(seal));
            }
        }
        for (var filed : pack.sheets()) {
            var seal = sealed.remove(key(filed.candidate(), filed.sheet(), filed.member(), filed.version()));
            if (seal == null) {
                return Optional.of(SEALS + " lacks " + sheet(filed));
            }
            if ((seal.cover() == null) == isAnonymised()) {
                return Optional.of(SEALS + ": the seal of " + sheet(filed)
                        + (isAnonymised()
                                ? " lacks the cover of its member"
                                : " has a cover, though members are named"));
            }
            if (!PackSeal.of(filed, seal.salt(), seal.cover()).equals(seal)) {
                return Optional.of(sheet(filed) + " is not the one that was sealed as " + seal.sha256());
            }
        }
        return sealed.values().stream()
                .map(seal -> SEALS + " has " + named(seal) + ", " + SHEETS + " does not")
                .sorted()
                .findFirst();
    }

    private boolean isAnonymised() {
        return pack.definition().announcing().members() == Announcing.Members.ANONYMISED;
    }

    private static List<Object> key(String candidate, String sheet, String member, int version) {
        return List.of(candidate, sheet, member, version);
    }

    private String named(PackSeal seal) {
        return "sheet " + seal.sheet() + " of " + names.member(seal.member()) + " on "
                + names.candidate(seal.candidate());
    }

    /** Sheets that the rating leaves out: by recused or former members, or on somebody no longer taking part. */
    long notCounted() {
        return FiledSheet.holding(pack.sheets()).stream()
                .filter(filed -> !mayJudge(filed.member(), filed.candidate()) || isRecused(filed))
                .count();
    }

    private boolean isRecused(FiledSheet filed) {
        return recused.contains(filed.candidate() + " " + filed.member());
    }

    private boolean mayJudge(String member, String candidate) {
        var participant = participants.get(candidate);
        if (participant == null) {
            return false;
        }
        var scope = pack.stage().scope() == Stage.Scope.REPUBLIC ? Stage.REPUBLIC : participant.oblast();
        return members.getOrDefault(scope, Set.of()).contains(member);
    }

    /** How many sheets were entered from paper. */
    long onPaper() {
        return pack.sheets().stream().filter(sheet -> sheet.paper() != null).count();
    }

    /** How many versions another one took the place of. */
    long corrections() {
        return FiledSheet.corrections(pack.sheets()).size();
    }

    private String sheet(FiledSheet filed) {
        return sheet(new SheetPoints(filed.candidate(), filed.sheet(), filed.member(), SheetPoints.total(filed)));
    }

    private String sheet(SheetPoints points) {
        return "sheet " + points.sheet() + " of " + names.member(points.member()) + " on "
                + names.candidate(points.candidate());
    }

    private static String criteria(FiledSheet filed) {
        return filed.points().entrySet().stream()
                .map(points -> points.getKey() + " " + points.getValue().toPlainString())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String order(SheetPoints points) {
        return String.join(" ", List.of(points.candidate(), points.sheet(), points.member()));
    }

    private record Key(String candidate, String sheet, String member) {
        static Key of(SheetPoints points) {
            return new Key(points.candidate(), points.sheet(), points.member());
        }
    }
}
