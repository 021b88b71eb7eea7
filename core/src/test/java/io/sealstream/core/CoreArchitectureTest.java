package io.sealstream.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CoreArchitectureTest {

    private static final String SEAL = "io.sealstream.core.seal..";
    private static final String POLICY = "io.sealstream.core.policy..";
    private static final String VERIFY = "io.sealstream.core.verify..";

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.sealstream.core");

    @Test
    void sealingKnowsNothingOfVerifying() {
        noClasses()
                .that()
                .resideInAPackage(SEAL)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(VERIFY)
                .because("what is decided twice must be decided independently")
                .check(CORE);
    }

    @Test
    void verifyingKnowsNothingOfSealing() {
        noClasses()
                .that()
                .resideInAPackage(VERIFY)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(SEAL)
                .because("a verifier that asks the sealer is no verifier")
                .check(CORE);
    }

    @Test
    void theFormatKnowsNeither() {
        noClasses()
                .that()
                .resideOutsideOfPackages(SEAL, VERIFY)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(SEAL, VERIFY)
                .check(CORE);
    }

    @Test
    void aPolicyIsTheSealersAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages(SEAL, POLICY)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(POLICY)
                .because("what a policy decided is evidence, no rule of the format")
                .check(CORE);
    }

    @Test
    void whoWritesARuleSeesEventsAndNothingOfTheSealer() {
        classes()
                .that()
                .resideInAPackage(POLICY)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        POLICY,
                        "io.sealstream.core",
                        "io.sealstream.core.event",
                        "io.sealstream.core.key",
                        "java..",
                        "org.jspecify.annotations..")
                .check(CORE);
    }

    @Test
    void noPackagesKnowEachOther() {
        slices().matching("io.sealstream.core.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void onlyLibrariesThatComputeAreBroughtAlong() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.sealstream.core..",
                        "java..",
                        "org.jspecify.annotations..",
                        "com.fasterxml.jackson..",
                        "org.bouncycastle..")
                .check(CORE);
    }

    @Test
    void noFileNoSocketAndNoClockIsTouched() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.nio.file..", "java.net..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .orShould()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .check(CORE);
    }
}
