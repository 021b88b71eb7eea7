package io.sealstream.soak.mutant;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.sealstream.soak.check.Answer;
import io.sealstream.soak.check.Checker;
import io.sealstream.soak.check.HistoryReader;
import io.sealstream.soak.check.HistoryWriter;
import io.sealstream.soak.check.Invariant;
import io.sealstream.soak.check.Operation;
import io.sealstream.soak.check.Purpose;
import io.sealstream.soak.check.Violation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckerTest {
    private static final int RUNS = 20;
    private static final long FIRST_SEED = Optional.ofNullable(System.getProperty("soak.seed"))
            .filter(seed -> !seed.isBlank())
            .map(Long::valueOf)
            .orElse(20260101L);

    static Stream<Mutant> mutants() {
        return Stream.of(LedgerMutants.all(), AnswerMutants.all(), RefusalMutants.all(), EvidenceMutants.all())
                .flatMap(List::stream);
    }

    private static LongStream seeds() {
        return LongStream.range(FIRST_SEED, FIRST_SEED + RUNS);
    }

    @Test
    void findsNothingWrongWithAGoodRun() {
        seeds().forEach(seed -> assertThat(Checker.check(SimulatedRun.of(seed).evidence()))
                .as("seed %d", seed)
                .isEmpty());
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void findsWhatMustNotHappenByTheInvariantThatItBreaks(Mutant mutant) {
        seeds().forEach(seed -> {
            List<Invariant> broken = Checker.check(mutant.change().apply(SimulatedRun.of(seed))).stream()
                    .map(Violation::invariant)
                    .distinct()
                    .toList();

            assertThat(broken).as("%s, seed %d", mutant, seed).contains(mutant.breaks());
            if (mutant.alone()) {
                assertThat(broken).as("%s, seed %d", mutant, seed).containsOnly(mutant.breaks());
            }
        });
    }

    @Test
    void everyInvariantHasMutants() {
        assertThat(mutants().map(Mutant::breaks)).contains(Invariant.values());
    }

    @Test
    void aHistoryIsReadAsItWasWritten(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("history.jsonl");
        try (HistoryWriter history = new HistoryWriter(file)) {
            history.sent("one", "a", "00", Purpose.PLAIN, 0);
            history.sent("two", "b", "01", Purpose.BOUNDED, 7);
            history.sealed(1, 5, "ff");
            history.sent("one", "c", "02", Purpose.FORGED, 0);
            history.rejected(2, "SIGNATURE_INVALID", "no");
        }

        List<Operation> operations = HistoryReader.read(file);

        assertThat(operations)
                .containsExactly(
                        new Operation(0, "a", "00", Purpose.PLAIN, 0, 0, new Answer.Unknown(Integer.MAX_VALUE)),
                        new Operation(1, "b", "01", Purpose.BOUNDED, 7, 1, new Answer.Sealed(2, 5, "ff")),
                        new Operation(2, "c", "02", Purpose.FORGED, 0, 3, new Answer.Rejected(4, "SIGNATURE_INVALID")));
    }

    @Test
    void theCheckerSharesNothingWithWhatItChecks() {
        JavaClasses checker = new ClassFileImporter().importPackages("io.sealstream.soak.check");

        ArchRuleDefinition.classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "com.fasterxml.jackson..", "org.jspecify..", "io.sealstream.soak.check..")
                .check(checker);
    }
}
