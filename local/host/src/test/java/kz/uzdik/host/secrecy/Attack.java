package kz.uzdik.host.secrecy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Joins all that is known of persons with all that is known of ballots, in every way: by each order on either side, and
 * by words that both sides share. Each join gives every person one ballot of the candidate's group; the truth, which
 * no join sees, then tells how many guesses hit and how the two orders agree.
 */
public final class Attack {

    /**
     * A person who voted, and the ballot that is really theirs.
     *
     * @param group survey and candidate: the attacker is told this much
     * @param names words that are this person's own and stay so: address, IIN, pseudonyms
     * @param ballotNames words that are the ballot's own: id, receipt
     */
    public record Voted(String group, Set<String> names, Set<String> ballotNames) {}

    /** A join, and how probable it is to do as well by guessing. */
    public record Join(String how, double probability) {}

    private final List<Voted> truth;
    private final List<Map<String, Double>> persons;
    private final List<Map<String, Double>> ballots;
    private final List<Set<String>> personWords;
    private final List<Set<String>> ballotWords;
    private final Map<String, List<Integer>> groups;
    private final Random random;

    /** Sorts {@code traces} by whose they are; {@code seed} draws lots where an order leaves two equal. */
    public Attack(Collection<Trace> traces, List<Voted> truth, long seed) {
        this.truth = List.copyOf(truth);
        this.random = new Random(seed);
        var byWord = new HashMap<String, List<Trace>>();
        traces.forEach(trace -> trace.words()
                .forEach(word ->
                        byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(trace)));
        persons = truth.stream().map(one -> measures(one.names(), byWord)).toList();
        ballots = truth.stream().map(one -> measures(one.ballotNames(), byWord)).toList();
        personWords = truth.stream().map(one -> words(one.names(), byWord)).toList();
        ballotWords =
                truth.stream().map(one -> words(one.ballotNames(), byWord)).toList();
        groups = new TreeMap<>();
        for (int i = 0; i < truth.size(); i++) {
            groups.computeIfAbsent(truth.get(i).group(), group -> new ArrayList<>())
                    .add(i);
        }
    }

    /** Names of what can be put in order on the persons' side. */
    public Set<String> knownOfPersons() {
        return varying(persons);
    }

    /** Names of what can be put in order on the ballots' side. */
    public Set<String> knownOfBallots() {
        return varying(ballots);
    }

    /** Every join, the most successful first. */
    public List<Join> joins() {
        var joins = new ArrayList<Join>();
        var ofBallots = knownOfBallots();
        for (var one : knownOfPersons()) {
            for (var other : ofBallots) {
                joins.addAll(byOrder(one, other));
            }
        }
        joins.add(byWords());
        joins.sort(Comparator.comparingDouble(Join::probability));
        return joins;
    }

    private List<Join> byOrder(String ofPerson, String ofBallot) {
        int along = 0;
        int against = 0;
        double sum = 0;
        double variance = 0;
        for (var group : groups.values()) {
            var left = ranks(group, persons, ofPerson);
            var right = ranks(group, ballots, ofBallot);
            int n = group.size();
            double products = 0;
            for (int member : group) {
                int a = left.get(member);
                int b = right.get(member);
                along += a == b ? 1 : 0;
                against += a == n - 1 - b ? 1 : 0;
                products += (a - (n - 1) / 2.0) * (b - (n - 1) / 2.0);
            }
            if (n > 1) {
                double spread = n * ((double) n * n - 1) / 12;
                sum += products / spread * (n - 1);
                variance += n - 1;
            }
        }
        var how = ofPerson + " ~ " + ofBallot;
        return List.of(
                new Join(how + ", guesses", Chance.ofHits(sizes(), along)),
                new Join(how + ", guesses the other way round", Chance.ofHits(sizes(), against)),
                new Join(how + ", order", Chance.ofCorrelation(variance == 0 ? 0 : sum / Math.sqrt(variance))));
    }

    /** Gives each person, in an order drawn by lot, the ballot left that shares the rarest words with them. */
    private Join byWords() {
        int hits = 0;
        for (var group : groups.values()) {
            var rarity = new HashMap<String, Integer>();
            group.forEach(i -> ballotWords.get(i).forEach(word -> rarity.merge(word, 1, Integer::sum)));
            var left = new ArrayList<>(group);
            java.util.Collections.shuffle(left, random);
            var order = new ArrayList<>(group);
            java.util.Collections.shuffle(order, random);
            for (int person : order) {
                var guess = left.stream()
                        .max(Comparator.comparingDouble(ballot -> personWords.get(person).stream()
                                .filter(ballotWords.get(ballot)::contains)
                                .mapToDouble(word -> 1.0 / rarity.getOrDefault(word, 1))
                                .sum()))
                        .orElseThrow();
                left.remove(guess);
                hits += guess == person ? 1 : 0;
            }
        }
        return new Join("words in common, guesses", Chance.ofHits(sizes(), hits));
    }

    private List<Integer> sizes() {
        return groups.values().stream().map(List::size).toList();
    }

    /** Place of each member in the order of {@code measure}; who lacks it comes first, equals by lot. */
    private Map<Integer, Integer> ranks(List<Integer> group, List<Map<String, Double>> of, String measure) {
        var lots = new HashMap<Integer, Double>();
        group.forEach(member -> lots.put(member, random.nextDouble()));
        var sorted = new ArrayList<>(group);
        sorted.sort(Comparator.<Integer>comparingDouble(
                        member -> of.get(member).getOrDefault(measure, Double.NEGATIVE_INFINITY))
                .thenComparing(lots::get));
        var ranks = new HashMap<Integer, Integer>();
        for (int rank = 0; rank < sorted.size(); rank++) {
            ranks.put(sorted.get(rank), rank);
        }
        return ranks;
    }

    /** Of all traces that bear one of {@code names}: least, most and number of each measure. */
    private static Map<String, Double> measures(Set<String> names, Map<String, List<Trace>> byWord) {
        var measures = new TreeMap<String, Double>();
        for (var trace : found(names, byWord)) {
            measures.merge(trace.source() + ": times", 1.0, Double::sum);
            trace.measures().forEach((name, value) -> {
                measures.merge(trace.source() + ": first " + name, value, Math::min);
                measures.merge(trace.source() + ": last " + name, value, Math::max);
            });
        }
        return measures;
    }

    private static Set<String> words(Set<String> names, Map<String, List<Trace>> byWord) {
        return found(names, byWord).stream()
                .flatMap(trace -> trace.words().stream())
                .collect(Collectors.toSet());
    }

    private static Set<Trace> found(Set<String> names, Map<String, List<Trace>> byWord) {
        var found = new HashSet<Trace>();
        names.forEach(name -> found.addAll(byWord.getOrDefault(name, List.of())));
        return found;
    }

    private static Set<String> varying(List<Map<String, Double>> of) {
        return of.stream()
                .flatMap(measures -> measures.keySet().stream())
                .distinct()
                .filter(name -> of.stream()
                                .map(measures -> measures.get(name))
                                .distinct()
                                .count()
                        > 1)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }
}
