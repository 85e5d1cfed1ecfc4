package kz.uzdik.contest.dossier;

import java.util.List;
import java.util.stream.Stream;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.vote.KeyedHash;
import org.jspecify.annotations.Nullable;

/** The automatic check of a dossier (§10): each rule's findings, and what they propose to the commission. */
public final class Eligibility {

    private static final List<Rule> ON_THE_PERSON = List.of(
            PersonRules.OKRUG_EXISTS,
            PersonRules.IN_POST,
            PersonRules.ONE_YEAR_IN_POST,
            PersonRules.NO_OUTSTANDING_PENALTY,
            PersonRules.NOMINATOR_ALLOWED,
            PersonRules.REGISTERED_IN_TIME,
            AgreementRule.FORMS_AGREE,
            IinRules.IIN_AS_REGISTERED);

    private static final List<Rule> ON_THE_ARCHIVE = List.of(
            ArchiveRules.ARCHIVE_READABLE,
            ArchiveRules.ARCHIVE_SAFE,
            ArchiveRules.COMPLETE_DOSSIER,
            ArchiveRules.VIDEO_LENGTH,
            ArchiveRules.PAGE_LIMIT,
            FormRules.FORM_FILLED,
            FormRules.INDICATORS_AS_OF,
            IinRules.IIN_IN_DOCUMENTS);

    /** Every rule of admission, in the order in which the findings are shown. */
    public static final List<Rule> RULES =
            Stream.concat(ON_THE_PERSON.stream(), ON_THE_ARCHIVE.stream()).toList();

    /** The rule that can be asked only with the key by which IINs are hashed. */
    public static final String BY_KEY = IinRules.IIN_AS_REGISTERED.name();

    private Eligibility() {}

    /**
     * What the rules find in a dossier; proposes to admit it if all of them are met.
     *
     * @param key by which IINs are hashed
     */
    public static Proposal check(
            ContestDefinition definition, Registration registration, ArchiveContents contents, KeyedHash key) {
        var findings = findings(definition, registration, contents, key);
        return new Proposal(
                registration.dossier(),
                registration.version(),
                definition.version(),
                registration.sha256(),
                findings.stream().allMatch(Finding::met),
                findings,
                contents.files(),
                null);
    }

    /** What the rules find; without a registration only those on the archive are asked. */
    public static List<Finding> findings(
            ContestDefinition definition,
            @Nullable Registration registration,
            ArchiveContents contents,
            @Nullable KeyedHash key) {
        var dossier = new Rule.Case(definition, registration, contents, key);
        var rules = registration == null ? ON_THE_ARCHIVE : RULES;
        return rules.stream().flatMap(rule -> rule.findings(dossier).stream()).toList();
    }
}
