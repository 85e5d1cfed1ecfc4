package kz.uzdik.contest.jury;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * One commission's members under numbers, as they are published where the definition anonymises them: the same in all that
 * one announcement of a stage publishes, shuffled by the secret salts of their sheets, so that the same facts give the same
 * numbers and nobody who has what is published can trace them back.
 */
public final class Anonymised {

    /** Who led, in place of the chair or the deputy: their sheets would be known by it. */
    public static final String LEAD = "lead";

    private final Map<String, String> numbers = new HashMap<>();

    /**
     * Numbers {@code members} (ids).
     *
     * @param salts of the commission's sheets, as they were drawn
     * @param told all that is published of a member beside sheets. Where there are no salts, and so no secret, it orders
     *     them: a number then tells nothing that does not stand beside it anyway
     */
    public Anonymised(Collection<String> members, Collection<SheetSalt> salts, UnaryOperator<String> told) {
        var secret = salts.stream().map(SheetSalt::salt).sorted().collect(Collectors.joining("\n"));
        UnaryOperator<String> order =
                secret.isEmpty() ? told : member -> Cover.sha256("order\n" + secret + "\n" + member);
        members.stream()
                .sorted(Comparator.comparing(order))
                .forEach(member -> numbers.put(member, "%02d".formatted(numbers.size() + 1)));
    }

    /** Whether {@code member} has a number. */
    public boolean has(String member) {
        return numbers.containsKey(member);
    }

    private String id(String member) {
        return Objects.requireNonNull(numbers.get(member), "who is on the commission alone has a number");
    }

    /** The commission, its members without names, addresses and roles. */
    public Commission commission(Commission commission) {
        return new Commission(
                commission.scope(),
                commission.members().stream()
                        .map(member -> id(member.id()))
                        .sorted()
                        .map(id -> new Commission.Member(id, "№ " + Integer.parseInt(id), "", Commission.Role.MEMBER))
                        .toList());
    }

    /** {@code sheet} by its member's number, with covers for who entered and confirmed it from paper. */
    public FiledSheet sheet(FiledSheet sheet, String salt) {
        var covered = SheetSeal.covered(sheet, salt);
        return new FiledSheet(
                covered.stage(),
                covered.sheet(),
                covered.candidate(),
                id(covered.member()),
                covered.points(),
                covered.version(),
                covered.correction(),
                covered.paper(),
                covered.filedAt());
    }

    /** What is published of the salt of {@code sheet}. */
    public SheetSalt salt(FiledSheet sheet, String salt) {
        var shown = SheetSeal.shown(sheet, salt);
        return new SheetSalt(
                shown.sheet(), shown.candidate(), id(sheet.member()), shown.version(), shown.salt(), shown.cover());
    }

    /** {@code recusal} by its member's number. */
    public Recusal recusal(Recusal recusal) {
        return new Recusal(recusal.stage(), id(recusal.member()), recusal.candidate(), recusal.reason(), recusal.at());
    }

    /** {@code abstention} by its member's number. */
    public Abstention abstention(Abstention abstention) {
        return new Abstention(
                abstention.stage(),
                id(abstention.member()),
                abstention.candidate(),
                abstention.reason(),
                abstention.at());
    }

    /** {@code sitting} with those present who have numbers, by these; whether secretary or chair recorded it is not told. */
    public Sitting sitting(Sitting sitting) {
        return new Sitting(
                sitting.stage(),
                sitting.scope(),
                sitting.number(),
                sitting.version(),
                sitting.date(),
                sitting.present().stream()
                        .filter(this::has)
                        .map(this::id)
                        .sorted()
                        .toList(),
                sitting.agenda(),
                sitting.correction(),
                LEAD,
                sitting.at());
    }
}
