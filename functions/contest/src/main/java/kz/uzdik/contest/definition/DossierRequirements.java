package kz.uzdik.contest.definition;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a dossier must hold and who may take part can be met, and each file is recognised as one item only. */
final class DossierRequirements {

    private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]{1,10}");
    /** The most that one upload to S3 can take, in bytes. */
    private static final long ONE_UPLOAD = 5L * 1024 * 1024 * 1024;

    private DossierRequirements() {}

    static void check(ContestDefinition definition, Faults faults) {
        var documents = definition.intake().documents();
        faults.notEmpty(documents, "/intake/documents");
        faults.ids(documents, "/intake/documents", DocumentKind::id);
        for (int i = 0; i < documents.size(); i++) {
            document(documents.get(i), "/intake/documents/" + i, faults);
            ambiguous(documents, i, faults);
        }
        DocumentForms.check(definition, faults);
        long bytes = definition.intake().maxArchiveBytes();
        faults.unless(
                bytes >= 1 && bytes <= ONE_UPLOAD,
                "/intake/maxArchiveBytes",
                "is " + bytes + ", must be from 1 to " + ONE_UPLOAD + ", the most that one upload takes");
        eligibility(definition, faults);
        attributes(definition.attributes(), faults);
    }

    private static void document(DocumentKind document, String at, Faults faults) {
        faults.text(document.name(), at + "/name");
        faults.filled(document.clause(), at + "/clause");
        faults.notEmpty(document.extensions(), at + "/extensions");
        for (int i = 0; i < document.extensions().size(); i++) {
            faults.unless(
                    EXTENSION.matcher(document.extensions().get(i)).matches(),
                    at + "/extensions/" + i,
                    "must be lower-case letters and digits without a dot");
        }
        faults.notEmpty(document.keywords(), at + "/keywords");
        for (int i = 0; i < document.keywords().size(); i++) {
            var keyword = document.keywords().get(i);
            faults.wording(keyword, at + "/keywords/" + i);
            faults.unless(
                    keyword.equals(keyword.toLowerCase(Locale.ROOT)), at + "/keywords/" + i, "must be lower case");
        }
        atLeastOne(document.maxSeconds(), at + "/maxSeconds", faults);
        atLeastOne(document.maxPages(), at + "/maxPages", faults);
    }

    private static void atLeastOne(@Nullable Integer value, String at, Faults faults) {
        if (value != null) {
            faults.atLeast(1, value, at);
        }
    }

    private static void ambiguous(List<DocumentKind> documents, int at, Faults faults) {
        var later = documents.get(at);
        for (var earlier : documents.subList(0, at)) {
            if (earlier.extensions().stream().noneMatch(later.extensions()::contains)) {
                continue;
            }
            for (int i = 0; i < later.keywords().size(); i++) {
                faults.unless(
                        !earlier.keywords().contains(later.keywords().get(i)),
                        "/intake/documents/" + at + "/keywords/" + i,
                        "is a keyword of \"" + earlier.id() + "\" too, which has an extension in common");
            }
        }
    }

    private static void eligibility(ContestDefinition definition, Faults faults) {
        var limits = definition.eligibility();
        faults.atLeast(0, limits.monthsInPost(), "/eligibility/monthsInPost");
        var lapse = limits.penaltyMonths();
        if (lapse != null) {
            faults.atLeast(1, lapse.administrative(), "/eligibility/penaltyMonths/administrative");
            faults.atLeast(1, lapse.disciplinary(), "/eligibility/penaltyMonths/disciplinary");
        }
        faults.notEmpty(limits.nominators(), "/eligibility/nominators");
        faults.unique(limits.nominators(), "/eligibility/nominators", "", Enum::name);
        faults.unless(
                !limits.referenceDate()
                        .isAfter(definition.calendar().selectionUntil().toLocalDate()),
                "/eligibility/referenceDate",
                "is after the end of the selection");
    }

    private static void attributes(List<Attribute> attributes, Faults faults) {
        faults.ids(attributes, "/attributes", Attribute::id);
        for (int i = 0; i < attributes.size(); i++) {
            var attribute = attributes.get(i);
            faults.text(attribute.title(), "/attributes/" + i + "/title");
            faults.unless(
                    attribute.min() <= attribute.max(),
                    "/attributes/" + i + "/max",
                    "is " + attribute.max() + ", below min " + attribute.min());
        }
    }
}
