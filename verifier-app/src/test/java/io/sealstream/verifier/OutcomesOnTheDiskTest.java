package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.command.CommandProcess;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Where outcomes can't be kept, nobody knows whether the intake is whole: that is neither VERIFIED nor TAMPERED. */
@ExtendWith(SharedBroker.class)
class OutcomesOnTheDiskTest {
    private final KafkaLedger ledger;

    @TempDir
    private Path directory;

    OutcomesOnTheDiskTest(TestBroker broker) {
        ledger = KafkaLedger.create(broker.bootstrapServers(), 2);
    }

    @Test
    void aDiskThatTakesNoSealedOutcomeLeavesTheRunIncomplete() {
        ledger.writeSealed(ledger.values().records());

        CommandProcess.Ended ended = verifyWithoutADisk();

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.out()).startsWith("INCOMPLETE: ").contains("missing", "make room there");
    }

    @Test
    void aDiskThatTakesNoRejectedOutcomeLeavesTheRunIncomplete() {
        sealNothing();
        ledger.writeRejected(0);

        CommandProcess.Ended ended = verifyWithoutADisk();

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.out()).startsWith("INCOMPLETE: ").contains("missing", "make room there");
    }

    @Test
    void forgedOutcomesThatAreFarApartHideNothing() {
        sealNothing();
        ledger.writeRejected(
                LongStream.rangeClosed(1, 30).map(number -> number << 57).toArray());
        ledger.writeRejected(1);

        Cli.Ended ended = Cli.verify(ledger.where());

        assertThat(ended.verdict()).isEqualTo("TAMPERED");
        assertThat(ended.faults()).containsExactly("INTAKE_UNSEALED@null", "INTAKE_UNSEALED@null");
        assertThat(ended.json().at("/faults/0/offset").longValue()).isZero();
        assertThat(ended.json().at("/faults/1/offset").longValue()).isEqualTo(2);
    }

    /** But the genesis, which is in no intake. */
    private void sealNothing() {
        ledger.writeSealed(ledger.values().records().subList(0, 1));
    }

    /** The event ids have a place of their own, in the state. */
    private CommandProcess.Ended verifyWithoutADisk() {
        List<String> arguments = new ArrayList<>(
                List.of("verify", "--state", directory.resolve("state").toString()));
        arguments.addAll(ledger.where());
        return new CommandProcess(VerifierCommand.class)
                .with("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + directory.resolve("missing"))
                .run(arguments.toArray(String[]::new));
    }
}
