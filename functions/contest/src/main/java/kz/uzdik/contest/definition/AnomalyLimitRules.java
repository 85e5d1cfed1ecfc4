package kz.uzdik.contest.definition;

import java.math.BigDecimal;

/** Limits of conspicuous figures lie where they can hold anything against anybody. */
final class AnomalyLimitRules {

    private static final int LEAST_ODDS = 1000;
    private static final int HOURS = 24;

    private AnomalyLimitRules() {}

    static void check(AnomalyLimits limits, String at, Faults faults) {
        faults.atLeast(1, limits.leastBallots(), at + "/leastBallots");
        faults.atLeast(LEAST_ODDS, limits.oneIn(), at + "/oneIn");
        faults.unless(
                limits.burst().times().compareTo(BigDecimal.ONE) >= 0,
                at + "/burst/times",
                "is " + limits.burst().times() + ", must be at least 1");
        faults.text(limits.burst().meaning(), at + "/burst/meaning");
        officeHours(limits.officeHours(), at + "/officeHours", faults);
        share(limits.network().above(), limits.network().meaning(), at + "/network", faults);
        share(limits.mailDomain().above(), limits.mailDomain().meaning(), at + "/mailDomain", faults);
        faults.unique(limits.mailDomain().common(), at + "/mailDomain/common", "", domain -> domain);
        share(limits.sameAnswers().above(), limits.sameAnswers().meaning(), at + "/sameAnswers", faults);
        faults.unless(
                limits.turnout().ofResidents().signum() > 0,
                at + "/turnout/ofResidents",
                "is " + limits.turnout().ofResidents() + ", must be above 0");
        faults.text(limits.turnout().meaning(), at + "/turnout/meaning");
    }

    private static void officeHours(AnomalyLimits.OfficeHours hours, String at, Faults faults) {
        faults.atLeast(0, hours.from(), at + "/from");
        faults.unless(
                hours.until() > hours.from() && hours.until() <= HOURS,
                at + "/until",
                "is " + hours.until() + ", must be above from and at most " + HOURS);
        share(hours.above(), hours.meaning(), at, faults);
    }

    private static void share(BigDecimal above, Text meaning, String at, Faults faults) {
        faults.unless(
                above.signum() > 0 && above.compareTo(BigDecimal.ONE) < 0,
                at + "/above",
                "is " + above + ", must lie between 0 and 1");
        faults.text(meaning, at + "/meaning");
    }
}
