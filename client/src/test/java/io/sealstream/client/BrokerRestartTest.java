package io.sealstream.client;

import static io.sealstream.client.TestLedger.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.control.Certification;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.kafka.local.LocalBroker;
import io.sealstream.reader.TestTopics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerRestartTest {
    private static final ClientSettings PATIENT = new ClientSettings(Duration.ofMinutes(2), 1_000);
    private static final int EACH = 50;

    private final List<CompletableFuture<SubmissionOutcome>> submissions = new ArrayList<>();

    @Test
    void whatIsInFlightWhileTheBrokerRestartsIsSealedOnceEach(@TempDir Path directory) throws Exception {
        LocalBroker broker = LocalBroker.start(directory);
        try {
            TestLedger ledger = TestLedger.create(new TestTopics(broker.bootstrapServers()), Certification.NONE);
            try (LedgerClient client = ledger.client(PATIENT)) {
                submit(client, "before");
                broker.close();
                // By a thread of its own: it waits where the producer finds no broker that knows the topic.
                CompletableFuture<Void> meanwhile = CompletableFuture.runAsync(() -> submit(client, "meanwhile"));

                broker = LocalBroker.start(directory);
                meanwhile.join();
                try (TestSealer sealer = TestSealer.start(ledger)) {
                    client.awaitOutcomes();
                }
            }
        } finally {
            broker.close();
        }
        assertThat(submissions)
                .extracting(CompletableFuture::join)
                .hasOnlyElementsOfType(SubmissionOutcome.Sealed.class)
                .extracting(outcome ->
                        ((SubmissionOutcome.Sealed) outcome).sequence().value())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 2 * EACH).boxed().toList());
    }

    private void submit(LedgerClient client, String prefix) {
        for (int i = 0; i < EACH; i++) {
            CertifiedEvent event = new CertifiedEvent(event(prefix + '-' + i), null);
            submissions.add(client.trySubmit(event, null).orElseThrow());
        }
    }
}
