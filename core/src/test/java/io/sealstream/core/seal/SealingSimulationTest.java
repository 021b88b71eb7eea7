package io.sealstream.core.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Hash;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.PolicyNoted;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.Simulation.Judged;
import io.sealstream.core.verify.Verdict;
import io.sealstream.core.verify.VerificationResult;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold whatever producers write, and whenever the sealer dies. A failure names the seed, which repeats it. */
class SealingSimulationTest {
    private static final int RECORDS = 1_000;
    private static final List<Simulation> RUNS = Stream.of(1L, 20_240_229L, -7L)
            .flatMap(seed -> Arrays.stream(Certification.values()).map(c -> new Simulation(seed, c).run(RECORDS)))
            .toList();

    static List<Simulation> runs() {
        return RUNS;
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyRecordHasTheOneOutcomeThatItMustHave(Simulation run) {
        assertThat(run.judged).hasSize(RECORDS).allSatisfy(j -> {
            assertThat(position(j.outcome()))
                    .isEqualTo(IntakePosition.at(j.record().offset()));
            assertThat(reason(j.outcome()))
                    .isEqualTo(Optional.ofNullable(j.attempt().expectedWhere(run.certification)));
        });
    }

    @ParameterizedTest
    @MethodSource("runs")
    void everyReasonOccurs(Simulation run) {
        Set<RejectReason> reasons = EnumSet.noneOf(RejectReason.class);
        run.judged.forEach(j -> reason(j.outcome()).ifPresent(reasons::add));

        assertThat(reasons).isEqualTo(EnumSet.complementOf(EnumSet.of(RejectReason.OTHER)));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void sequencesHaveNoGapsAndHashesChain(Simulation run) {
        List<SealedEvent> ledger = run.ledger();

        Hash before = Hash.ZERO;
        for (int i = 0; i < ledger.size(); i++) {
            SealedEvent record = ledger.get(i);
            assertThat(record.sequence().value()).isEqualTo(i);
            assertThat(record.previousHash()).isEqualTo(before);
            before = record.eventHash();
        }
        assertThat(run.state().head().eventHash()).isEqualTo(before);
        assertThat(ledger).extracting(SealedEvent::sealedAtMs).isSorted();
        assertThat(ledger).hasSizeGreaterThan(RECORDS / 3);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void aReplayDecidesTheSame(Simulation run) {
        Simulation replayed = run.replayed();

        assertThat(replayed.judged)
                .extracting(Judged::outcome)
                .isEqualTo(run.judged.stream().map(Judged::outcome).toList());
        assertThat(replayed.state()).isEqualTo(run.state());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void notesStandRightBehindTheEventsThatThePolicyNoted(Simulation run) {
        List<SealedEvent> ledger = run.ledger();

        List<SealedEvent> notes = ledger.stream()
                .filter(record -> record.event().eventType().equals(PolicyNoted.TYPE))
                .toList();
        List<SealedEvent> noted = ledger.stream()
                .filter(record -> SimulatedPolicy.isNoted(record.event()))
                .toList();
        assertThat(noted).hasSizeGreaterThan(RECORDS / 100);
        assertThat(notes)
                .extracting(note -> note.event().eventId())
                .isEqualTo(noted.stream()
                        .map(event -> PolicyNoted.eventId(event.sequence()))
                        .toList());
        assertThat(notes)
                .extracting(note -> note.sequence().value() - 1)
                .isEqualTo(noted.stream().map(event -> event.sequence().value()).toList());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void theVerifierFindsNothingWrong(Simulation run) {
        VerificationResult result = Verified.of(run.ledger());

        assertThat(result.faults().listed()).isEmpty();
        assertThat(result.verdict(Set.of())).isEqualTo(Verdict.VERIFIED);
        assertThat(result.size()).isEqualTo(run.ledger().size());
        assertThat(result.head()).isEqualTo(run.state().head().eventHash());
    }

    private static IntakePosition position(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Sealed sealed -> sealed.event().intake();
            case Outcome.Rejected rejected -> rejected.event().intake();
        };
    }

    private static Optional<RejectReason> reason(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Sealed sealed -> Optional.empty();
            case Outcome.Rejected rejected -> Optional.of(rejected.event().reason());
        };
    }
}
