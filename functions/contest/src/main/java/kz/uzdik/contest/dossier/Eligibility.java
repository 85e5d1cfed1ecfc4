package kz.uzdik.contest.dossier;

import java.util.List;
import kz.uzdik.contest.definition.ContestDefinition;

/** The automatic check of a dossier (§10): each rule's findings, and what they propose to the commission. */
public final class Eligibility {

    /** Every rule of admission, in the order in which the findings are shown. */
    public static final List<Rule> RULES = List.of(
            PersonRules.OKRUG_EXISTS,
            PersonRules.IN_POST,
            PersonRules.ONE_YEAR_IN_POST,
            PersonRules.NO_OUTSTANDING_PENALTY,
            PersonRules.NOMINATOR_ALLOWED,
            PersonRules.REGISTERED_IN_TIME,
            ArchiveRules.ARCHIVE_READABLE,
            ArchiveRules.ARCHIVE_SAFE,
            ArchiveRules.COMPLETE_DOSSIER,
            ArchiveRules.VIDEO_LENGTH,
            ArchiveRules.PAGE_LIMIT);

    private Eligibility() {}

    /** What the rules find in a dossier; proposes to admit it if all of them are met. */
    public static Proposal check(ContestDefinition definition, Registration registration, ArchiveContents contents) {
        var dossier = new Rule.Case(definition, registration, contents);
        var findings =
                RULES.stream().flatMap(rule -> rule.findings(dossier).stream()).toList();
        return new Proposal(
                registration.dossier(),
                registration.version(),
                definition.version(),
                registration.sha256(),
                findings.stream().allMatch(Finding::met),
                findings);
    }
}
