package kz.uzdik.contest.anomaly;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import kz.uzdik.contest.definition.AnomalyLimits;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.PaperBallots;
import kz.uzdik.contest.definition.Places;
import kz.uzdik.contest.definition.Survey;

/**
 * The rules of anomalies. They see figures only as anyone may see them, so that who runs them on the published file
 * finds exactly what the commission found.
 */
public final class Anomalies {

    /** A village that voted within fewer hours is taken as if each missing one had seen a single ballot. */
    private static final int LEAST_HOURS = 8;

    private final AnomalyLimits limits;
    private final Places places;
    private final Okrugs okrugs;
    private final AnomalyWords words;
    private final List<Anomaly> found = new ArrayList<>();

    private Anomalies(AnomalyLimits limits, Places places, List<OkrugFigures> okrugs) {
        this.limits = limits;
        this.places = places;
        this.okrugs = new Okrugs(okrugs, places);
        this.words = new AnomalyWords(places, limits);
    }

    /**
     * What is conspicuous in {@code figures}, okrug by okrug; nothing where the survey sets no limits. Throws
     * {@link IllegalArgumentException} where the figures are of another edition or of no survey of this one.
     */
    public static List<Anomaly> find(ContestDefinition definition, Figures figures) {
        if (!figures.contest().equals(definition.id())) {
            throw new IllegalArgumentException("figures of " + figures.contest() + ", not of " + definition.id());
        }
        var survey = definition
                .survey(figures.survey())
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + figures.survey() + "\" is no survey of " + definition.id()));
        var limits = survey.anomalies();
        if (limits == null) {
            return List.of();
        }
        var seen = figures.withholding(survey.minimumGroup());
        var anomalies = new Anomalies(limits, Places.of(definition), seen.okrugs());
        seen.okrugs().forEach(okrug -> anomalies.okrug(survey, okrug));
        anomalies.mailDomains(seen.domains());
        return List.copyOf(anomalies.found);
    }

    private void okrug(Survey survey, OkrugFigures okrug) {
        if (okrug.ballots() >= limits.leastBallots()) {
            bursts(okrug);
            if (okrugs.ballotsBeside(okrug) >= limits.leastBallots()) {
                officeHours(okrug);
                networks(okrug);
            }
            sameAnswers(survey, okrug);
        }
        turnout(survey, okrug);
    }

    private void bursts(OkrugFigures okrug) {
        double lively = medianHour(okrug.hours()) * limits.burst().times().doubleValue();
        long limit = Chance.mostOf(lively, limits.oneIn());
        okrug.hours().counts().forEach((hour, ballots) -> {
            if (ballots > limit) {
                add(Anomaly.Rule.BURST, okrug, hour, ballots, limit);
            }
        });
    }

    /** The middle one of the hours with ballots; withheld hours count with their mean. */
    private static double medianHour(Breakdown hours) {
        var cells = new ArrayList<Double>();
        for (long i = 0; i < hours.smallCells(); i++) {
            cells.add((double) hours.smallBallots() / hours.smallCells());
        }
        hours.counts().values().forEach(ballots -> cells.add((double) ballots));
        while (cells.size() < LEAST_HOURS) {
            cells.add(1.0);
        }
        cells.sort(Comparator.naturalOrder());
        return cells.get((cells.size() - 1) / 2);
    }

    private void officeHours(OkrugFigures okrug) {
        double usual = Chance.share(okrugs.beside(okrug, OkrugFigures::workingHours), okrugs.ballotsBeside(okrug));
        long limit = Chance.mostOf(
                okrug.ballots(), Chance.plus(usual, limits.officeHours().above()), limits.oneIn());
        if (okrug.workingHours() > limit) {
            add(Anomaly.Rule.OFFICE_HOURS, okrug, "", okrug.workingHours(), limit);
        }
    }

    private void networks(OkrugFigures okrug) {
        okrug.networks().counts().forEach((tag, ballots) -> {
            double usual = Chance.share(okrugs.beside(okrug, OkrugFigures::networks, tag), okrugs.ballotsBeside(okrug));
            long limit = Chance.mostOf(
                    okrug.ballots(), Chance.plus(usual, limits.network().above()), limits.oneIn());
            if (ballots > limit) {
                add(Anomaly.Rule.NETWORK, okrug, tag, ballots, limit);
            }
        });
    }

    private void sameAnswers(Survey survey, OkrugFigures okrug) {
        okrug.patterns().counts().entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .ifPresent(most -> {
                    double elsewhere = Chance.share(
                            okrugs.beside(okrug, OkrugFigures::patterns, most.getKey()), okrugs.ballotsBeside(okrug));
                    double usual = Math.max(elsewhere, ifIndependent(survey, okrug, most.getKey()));
                    long limit = Chance.mostOf(
                            okrug.ballots(),
                            Chance.plus(usual, limits.sameAnswers().above()),
                            limits.oneIn());
                    if (most.getValue() > limit) {
                        add(Anomaly.Rule.SAME_ANSWERS, okrug, most.getKey(), most.getValue(), limit);
                    }
                });
    }

    /**
     * How often {@code pattern} would come about by chance among answers such as the okrug's other ballots have: with
     * the pattern's own ballots among them, a sheet copied often enough would make itself usual.
     */
    private static double ifIndependent(Survey survey, OkrugFigures okrug, String pattern) {
        var answers = pattern.split("-", -1);
        long alike = okrug.patterns().of(pattern);
        double share = 1;
        for (int i = 0; i < Math.min(answers.length, survey.questions().size()); i++) {
            var given = okrug.answers()
                    .getOrDefault(survey.questions().get(i).id(), Map.of())
                    .getOrDefault(answers[i], 0L);
            share *= Chance.share(given - alike, okrug.ballots() - alike);
        }
        return share;
    }

    private void turnout(Survey survey, OkrugFigures okrug) {
        long paper = survey.paper() == PaperBallots.COUNTED ? okrug.paper() : 0;
        long ballots = okrug.ballots() + paper;
        places.okrug(okrug.okrug()).map(place -> place.residents()).ifPresent(residents -> {
            long limit = (long) (residents * limits.turnout().ofResidents().doubleValue());
            if (ballots > limit) {
                found.add(new Anomaly(
                        Anomaly.Rule.TURNOUT,
                        okrug.okrug(),
                        "",
                        ballots,
                        residents,
                        limit,
                        words.turnout(okrug.okrug(), ballots, paper, residents, limit)));
            }
        });
    }

    private void mailDomains(Breakdown domains) {
        long codes = domains.smallBallots()
                + domains.counts().values().stream().mapToLong(Long::longValue).sum();
        if (codes < limits.leastBallots()) {
            return;
        }
        long limit = Chance.mostOf(codes, limits.mailDomain().above().doubleValue(), limits.oneIn());
        domains.counts().forEach((domain, asked) -> {
            if (asked > limit && !limits.mailDomain().common().contains(domain)) {
                found.add(new Anomaly(
                        Anomaly.Rule.MAIL_DOMAIN,
                        "",
                        domain,
                        asked,
                        codes,
                        limit,
                        words.mailDomain(domain, asked, codes, limit)));
            }
        });
    }

    private void add(Anomaly.Rule rule, OkrugFigures okrug, String what, long ballots, long limit) {
        found.add(new Anomaly(
                rule,
                okrug.okrug(),
                what,
                ballots,
                okrug.ballots(),
                limit,
                words.of(rule, okrug.okrug(), what, ballots, okrug.ballots(), limit)));
    }
}
