package kz.uzdik.host;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may know whom; the layout of {@code docs/architecture.md}. */
@AnalyzeClasses(packages = "kz.uzdik", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String DYNAMODB = "software.amazon.awssdk.services.dynamodb..";
    private static final String[] FUNCTIONS = {
        "kz.uzdik.dossier..",
        "kz.uzdik.vote..",
        "kz.uzdik.receipt..",
        "kz.uzdik.tally..",
        "kz.uzdik.jury..",
        "kz.uzdik.ranking..",
        "kz.uzdik.mail.."
    };
    private static final String[] ONE_MACHINE = {"kz.uzdik.host..", "kz.uzdik.engines..", "kz.uzdik.bench.."};

    @ArchTest
    static final ArchRule theRulesKnowNothingButTheJdk = classes()
            .that()
            .resideInAPackage("kz.uzdik.contest..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("kz.uzdik.contest..", "java..", "javax.crypto..", "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule theRulesDoNoInputOrOutput = noClasses()
            .that()
            .resideInAPackage("kz.uzdik.contest..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.net.http..", "java.sql..", "java.util.concurrent..");

    @ArchTest
    static final ArchRule timeIsPassedIn = noClasses()
            .that(resideInAnyPackage("kz.uzdik..").and(resideOutsideOfPackages(ONE_MACHINE)))
            .should()
            .callMethodWhere(asksTheSystemForTheTime());

    @ArchTest
    static final ArchRule functionsAreStrangersToOneAnother = slices().matching(
                    "kz.uzdik.(dossier|vote|receipt|tally|jury|ranking|mail)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule nothingGoesRoundInCircles =
            slices().matching("kz.uzdik.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule functionsKnowNoLocalMachine = noClasses()
            .that(resideOutsideOfPackages(ONE_MACHINE))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ONE_MACHINE);

    @ArchTest
    static final ArchRule whatIsSharedKnowsNoFunction = noClasses()
            .that()
            .resideInAnyPackage(
                    "kz.uzdik.contest..",
                    "kz.uzdik.json..",
                    "kz.uzdik.wiring..",
                    "kz.uzdik.keys..",
                    "kz.uzdik.http..",
                    "kz.uzdik.pages..",
                    "kz.uzdik.logging..",
                    "kz.uzdik.store..",
                    "kz.uzdik.files..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FUNCTIONS);

    @ArchTest
    static final ArchRule storeAndFilesAreStrangers = noClasses()
            .that()
            .resideInAPackage("kz.uzdik.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("kz.uzdik.files..", "kz.uzdik.http..");

    /** The tally reads items out of its event; the type of a value is all it may know. */
    @ArchTest
    static final ArchRule onlyTheStoreKnowsDynamoDb = noClasses()
            .that(resideOutsideOfPackages(
                    "kz.uzdik.store..", "kz.uzdik.host..", "kz.uzdik.engines..", "kz.uzdik.bench.."))
            .should()
            .dependOnClassesThat(resideInAnyPackage(DYNAMODB)
                    .and(describe(
                            "are no attribute's value",
                            type -> !type.getSimpleName().equals("AttributeValue"))));

    @ArchTest
    static final ArchRule onlyFilesKnowsS3 = only("kz.uzdik.files..", "software.amazon.awssdk.services.s3..");

    @ArchTest
    static final ArchRule onlyMailKnowsSes = only("kz.uzdik.mail..", "software.amazon.awssdk.services.sesv2..");

    @ArchTest
    static final ArchRule onlyKeysKnowsSecrets =
            only("kz.uzdik.keys..", "software.amazon.awssdk.services.secretsmanager..");

    @ArchTest
    static final ArchRule theRecountNeedsNoCloud = noClasses()
            .that()
            .resideInAPackage("kz.uzdik.verify..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "software.amazon..",
                    "com.amazonaws..",
                    "kz.uzdik.store..",
                    "kz.uzdik.files..",
                    "kz.uzdik.wiring..");

    @ArchTest
    static final ArchRule theRehearsalUsesNoBackDoor = noClasses()
            .that()
            .resideInAPackage("kz.uzdik.host.rehearsal..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("kz.uzdik.store..", "kz.uzdik.files..", "kz.uzdik.keys..", "software.amazon.awssdk..")
            .orShould()
            .dependOnClassesThat()
            .resideInAnyPackage(FUNCTIONS)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper");

    private static ArchRule only(String ours, String theirs) {
        return noClasses()
                .that(resideOutsideOfPackages(ours, "kz.uzdik.host..", "kz.uzdik.engines..", "kz.uzdik.bench.."))
                .should()
                .dependOnClassesThat(resideInAnyPackage(theirs));
    }

    private static DescribedPredicate<JavaMethodCall> asksTheSystemForTheTime() {
        return describe("asks the system for the time", call -> {
            var target = call.getTarget();
            JavaClass owner = target.getOwner();
            boolean now = owner.getPackageName().equals("java.time")
                    && target.getName().equals("now")
                    && target.getRawParameterTypes().isEmpty();
            return now
                    || owner.getName().equals("java.lang.System")
                            && target.getName().startsWith("currentTime");
        });
    }
}
