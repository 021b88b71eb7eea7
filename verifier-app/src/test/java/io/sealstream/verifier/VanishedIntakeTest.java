package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.command.Progress;
import io.sealstream.core.verify.Verdict;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.Patience;
import io.sealstream.verifier.report.Report;
import io.sealstream.verifier.run.Asked;
import io.sealstream.verifier.run.TopicSource;
import io.sealstream.verifier.run.VerificationRun;
import java.io.PrintWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever dropped events can't hide it by deleting what would show it while the ledger is being read. */
@ExtendWith(SharedBroker.class)
class VanishedIntakeTest {
    private final KafkaLedger ledger;

    VanishedIntakeTest(TestBroker broker) {
        ledger = KafkaLedger.whole(broker.bootstrapServers(), 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {".intake", ".rejected"})
    void aTopicThatIsDeletedDuringTheRunLeavesItIncomplete(String role) {
        String topic = ledger.names().ledger() + role;

        Report report = verifyWhile(() -> ledger.deleteTopic(topic));

        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(report.reasons()).singleElement().asString().contains(topic, "no such topic");
    }

    @Test
    void anIntakeThatIsMadeAnewDuringTheRunLeavesItIncomplete() {
        String intake = ledger.names().intake();

        Report report = verifyWhile(() -> ledger.replaceTopic(intake, KafkaLedger.INTAKE));

        assertThat(report.verdict()).isEqualTo(Verdict.INCOMPLETE);
        assertThat(report.reasons()).singleElement().asString().contains(intake, "was made anew");
    }

    /** Something happens as soon as the first record was judged. */
    private Report verifyWhile(Runnable happens) {
        KafkaConnection connection = new KafkaConnection(Map.of("bootstrap.servers", ledger.bootstrapServers()));
        Patience patience = Patience.ofStall(Duration.ofSeconds(20));
        AtomicBoolean happened = new AtomicBoolean();
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        VerificationRun run = new VerificationRun(
                new TopicSource(connection, ledger.names(), patience, true, 1),
                Asked.FOR_A_VERDICT,
                records -> Progress.start(nowhere, "Verifying", records));
        return run.run((records, faults) -> {
            if (happened.compareAndSet(false, true)) {
                happens.run();
            }
        });
    }
}
