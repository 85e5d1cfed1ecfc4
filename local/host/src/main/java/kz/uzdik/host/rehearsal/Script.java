package kz.uzdik.host.rehearsal;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.Component;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.District;
import kz.uzdik.contest.definition.Oblast;
import kz.uzdik.contest.definition.Okrug;
import kz.uzdik.contest.definition.Survey;
import kz.uzdik.contest.dossier.NominatorKind;
import kz.uzdik.host.rehearsal.Nominee.Flaw;

/**
 * Everything that happens in the rehearsal, drawn from the seed before it starts.
 *
 * @param sound akims with dossiers that must be admitted
 * @param flawed akims with dossiers that must not be, each flaw at least once
 */
record Script(
        long seed, ContestDefinition definition, List<Oblast> oblasts, List<Nominee> sound, List<Nominee> flawed) {

    /** Akims of the first district of the first oblast: one more than may go on from one district. */
    private static final int CROWDED = 4;

    private static final int STRONGEST = 95;

    private static final List<NominatorKind> NOMINATORS = List.of(
            NominatorKind.LOCAL_EXECUTIVE_BODY, NominatorKind.CENTRAL_BODY_UNIT, NominatorKind.PUBLIC_ORGANISATION);

    /** Draws a script. Throws {@link IllegalArgumentException} naming the option that the definition cannot follow. */
    static Script draw(ContestDefinition definition, long seed, int oblastCount, int candidateCount, int residents) {
        if (oblastCount < 2 || oblastCount > definition.oblasts().size()) {
            throw new IllegalArgumentException(
                    "--oblasts: 2 to " + definition.oblasts().size());
        }
        var least = CROWDED + 2 + (oblastCount - 2);
        if (candidateCount < least) {
            throw new IllegalArgumentException("--candidates: at least " + least + " for " + oblastCount + " oblasts");
        }
        var fewest = fewestRespondents(definition) * candidateCount;
        if (residents < fewest) {
            throw new IllegalArgumentException(
                    "--residents: at least " + fewest + " for " + candidateCount + " candidates");
        }
        var oblasts = definition.oblasts().subList(0, oblastCount);
        var caster = new Caster(seed, oblasts);
        var sound = caster.sound(candidateCount);
        return new Script(seed, definition, oblasts, sound, caster.flawed());
    }

    /** Fewest ballots of a candidate from which on they count, so that the forecast needs no substitutes. */
    private static int fewestRespondents(ContestDefinition definition) {
        return definition.stages().stream()
                .flatMap(stage -> stage.components().stream())
                .filter(Component.OfSurvey.class::isInstance)
                .mapToInt(component -> ((Component.OfSurvey) component).minimumRespondents())
                .max()
                .orElse(1);
    }

    /** Residents' ballots: {@code count} that must be accepted, spread evenly over {@code akims}, twins alike. */
    List<Voter> voters(Survey survey, List<Nominee> akims, int count) {
        var random = new SplittableRandom(seed ^ 0x766f746572L);
        var iins = new IinMaker(random.split());
        var voters = new ArrayList<Voter>(count + 1);
        var each = count / akims.size();
        for (int a = 0; a < akims.size(); a++) {
            var akim = akims.get(a);
            for (int i = 0; i < each; i++) {
                voters.add(voter(survey, akim, i, "v" + a + "-" + i, iins.next(), random));
            }
        }
        var alike = akims.stream().collect(Collectors.groupingBy(Nominee::likeness, Collectors.counting()));
        var rest = akims.stream()
                .filter(akim -> alike.getOrDefault(akim.likeness(), 0L) == 1)
                .toList();
        for (int i = 0; voters.size() < count; i++) {
            var akim = rest.get(i % rest.size());
            voters.add(voter(survey, akim, each + i, "r" + i, iins.next(), random));
        }
        family(survey, voters, iins, random);
        return voters;
    }

    /** Lets the first of the residents share one contact up to the limit, and adds one person too many. */
    private void family(Survey survey, List<Voter> voters, IinMaker iins, SplittableRandom random) {
        var contact = voters.get(0).contact();
        for (int i = 1; i < survey.personsPerContact(); i++) {
            var v = voters.get(i);
            voters.set(i, new Voter(v.iin(), contact, v.akim(), v.ballot(), v.answers(), Voter.Manner.PLAIN));
        }
        var first = voters.get(0);
        voters.set(
                0, new Voter(first.iin(), contact, first.akim(), first.ballot(), first.answers(), Voter.Manner.PLAIN));
        voters.add(new Voter(
                iins.next(), contact, first.akim(), ballotId(random), first.answers(), Voter.Manner.CONTACT_USED_UP));
    }

    private Voter voter(Survey survey, Nominee akim, int index, String name, String iin, SplittableRandom random) {
        var contact = name + "@residents.example";
        return new Voter(iin, contact, akim, ballotId(random), answers(survey, akim, index), manner(index));
    }

    /** What the {@code index}-th person who tells of {@code akim} says. */
    Map<String, Integer> answers(Survey survey, Nominee akim, int index) {
        var answers = new LinkedHashMap<String, Integer>();
        for (var question : survey.questions()) {
            answers.put(question.id(), answer(survey, akim, question.id(), index));
        }
        return answers;
    }

    /** The first of {@code akims} whose points no other shares, so that what befalls one alone parts no twins. */
    Nominee withoutTwin(List<Nominee> akims) {
        return akims.stream()
                .filter(akim -> sound.stream()
                        .filter(other -> other.likeness().equals(akim.likeness()))
                        .allMatch(akim::equals))
                .findFirst()
                .orElseThrow();
    }

    private static Voter.Manner manner(int index) {
        return switch (index % 50) {
            case 3, 23, 43 -> Voter.Manner.TWICE_AT_ONCE;
            case 7, 27, 47 -> Voter.Manner.BROKEN_CONNECTION;
            case 9 -> Voter.Manner.AGAIN_LATER;
            case 13 -> Voter.Manner.WRONG_CODE_FIRST;
            case 17 -> Voter.Manner.WRONG_IIN_FIRST;
            default -> Voter.Manner.PLAIN;
        };
    }

    private int answer(Survey survey, Nominee akim, String question, int index) {
        var random = new SplittableRandom(hash(akim.likeness(), question, Integer.toString(index)));
        if (survey.scale().dontKnow() && random.nextInt(12) == 0) {
            return kz.uzdik.contest.definition.Scale.DONT_KNOW;
        }
        int span = survey.scale().highest() - survey.scale().lowest();
        double mean = survey.scale().lowest() + span * akim.strength() / 100.0;
        return Math.clamp(
                Math.round(mean + random.nextDouble(-1.2, 1.2)),
                survey.scale().lowest(),
                survey.scale().highest());
    }

    /** The points that the {@code member}-th member of a commission (from 0) gives, from 0 to {@code max}. */
    int points(Nominee akim, String sheet, String criterion, int member, int max) {
        var random = new SplittableRandom(hash(akim.likeness(), sheet, criterion, Integer.toString(member)));
        return Math.clamp(Math.round(max * (akim.strength() / 100.0) + random.nextDouble(-1.1, 1.1)), 0, max);
    }

    private long hash(String... parts) {
        long hash = seed;
        for (var part : parts) {
            hash = hash * 0x9E3779B97F4A7C15L + part.hashCode();
        }
        return hash;
    }

    static String ballotId(SplittableRandom random) {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Gives out the roles. */
    private static final class Caster {

        private final SplittableRandom random;
        private final IinMaker iins;
        private final List<Oblast> oblasts;
        private final Map<String, List<Place>> free = new LinkedHashMap<>();

        private record Place(Oblast oblast, District district, Okrug okrug) {}

        Caster(long seed, List<Oblast> oblasts) {
            this.random = new SplittableRandom(seed);
            this.iins = new IinMaker(random.split());
            this.oblasts = oblasts;
            for (var oblast : oblasts) {
                var places = new ArrayList<Place>();
                for (var district : oblast.districts()) {
                    district.okrugs().forEach(okrug -> places.add(new Place(oblast, district, okrug)));
                }
                free.put(oblast.kato(), places);
            }
        }

        /** A crowded district in the first oblast, twins on top of the second, the others spread evenly. */
        List<Nominee> sound(int count) {
            var sound = new ArrayList<Nominee>();
            var crowded = oblasts.get(0).districts().stream()
                    .filter(district -> district.okrugs().size() >= CROWDED)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no district with " + CROWDED + " okrugs"));
            for (int i = 0; i < CROWDED; i++) {
                sound.add(cast(take(oblasts.get(0), crowded), strength(), null, null));
            }
            var first = cast(take(oblasts.get(1), null), STRONGEST, null, null);
            var second = cast(take(oblasts.get(1), null), STRONGEST, first.likeness(), null);
            sound.add(first);
            sound.add(likeInAttributes(second, first));
            for (int i = 2; sound.size() < count; i++) {
                sound.add(cast(take(oblasts.get(i % oblasts.size()), null), strength(), null, null));
            }
            return sound;
        }

        /** One akim with each flaw, two with a document missing. */
        List<Nominee> flawed() {
            var flawed = new ArrayList<Nominee>();
            for (var flaw : Flaw.values()) {
                flawed.add(cast(take(oblasts.get(flawed.size() % oblasts.size()), null), strength(), null, flaw));
            }
            flawed.add(cast(take(oblasts.get(0), null), strength(), null, Flaw.DOCUMENT_MISSING));
            return flawed;
        }

        private int strength() {
            return 35 + random.nextInt(50);
        }

        private Place take(Oblast oblast, @org.jspecify.annotations.Nullable District district) {
            var places = free.getOrDefault(oblast.kato(), List.of());
            for (int i = 0; i < places.size(); i++) {
                if (district == null || places.get(i).district().equals(district)) {
                    var next = district == null ? (int) ((i + 5L) % places.size()) : i;
                    return places.remove(next);
                }
            }
            throw new IllegalArgumentException("oblast " + oblast.kato() + " has too few okrugs for --candidates");
        }

        private Nominee cast(
                Place place,
                int strength,
                @org.jspecify.annotations.Nullable String likeness,
                @org.jspecify.annotations.Nullable Flaw flaw) {
            var attributes = Map.of(
                    "complexProjects", random.nextInt(4),
                    "languages", 1 + random.nextInt(3),
                    "openness", random.nextInt(11),
                    "complaints", random.nextInt(3));
            var kato = place.okrug().kato();
            return new Nominee(
                    kato,
                    place.oblast().kato(),
                    place.district().kato(),
                    Names.draw(random),
                    iins.next(),
                    NOMINATORS.get(random.nextInt(NOMINATORS.size())),
                    strength,
                    likeness == null ? "d-" + kato : likeness,
                    attributes,
                    flaw);
        }

        private static Nominee likeInAttributes(Nominee akim, Nominee other) {
            return new Nominee(
                    akim.okrug(),
                    akim.oblast(),
                    akim.district(),
                    akim.name(),
                    akim.iin(),
                    akim.nominatorKind(),
                    akim.strength(),
                    other.likeness(),
                    other.attributes(),
                    akim.flaw());
        }
    }
}
