package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sealstream.core.seal.RejectReason;
import io.sealstream.core.seal.RejectedEvent;
import io.sealstream.reader.LedgerUnreadableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TrialLedgers.class)
class RestartIT {
    private static final int KILLS = 5;
    private final TrialLedger ledger;
    private final Submitter submitter;
    private final Outcomes outcomes;

    RestartIT(TrialLedger ledger) throws LedgerUnreadableException {
        this.ledger = ledger;
        this.submitter = ledger.submitter(ledger.init().eventHash());
        this.outcomes = ledger.outcomes();
        submitter.addProducer();
    }

    @Test
    void stopsCleanlyOnSigtermAndGoesOnWhereItWas() throws Exception {
        SealerProcess first = ledger.startProcess().awaitHealthy();
        submitter.submit("before");
        outcomes.awaitSealed("before");

        first.terminate();
        assertThat(first.awaitExit(Duration.ofSeconds(10))).isZero();

        submitter.submit("between");
        submitter.submit("before");
        ledger.start().awaitHealthy();
        outcomes.awaitSealed("between");
        RejectedEvent again = outcomes.awaitRejected(3);
        assertThat(again.reason()).isEqualTo(RejectReason.DUPLICATE);
        assertThat(again.original()).hasToString("2");
        assertThat(first.log()).contains("STOPPED").doesNotContain("Exception", "WARNING");
        Audit.requireWhole(ledger);
    }

    @Test
    void endsCleanlyOnSigtermWhileItWaitsForTheBrokers() throws Exception {
        ledger.foreignWriter().leaveOpen(ledger.names().rejected());
        SealerProcess waiting = ledger.startProcess("--adopt-head");
        await().atMost(TrialLedger.PATIENCE).until(() -> waiting.log().contains("STARTING: adopting the head of"));

        waiting.terminate();

        assertThat(waiting.awaitExit(Duration.ofSeconds(10))).isZero();
        assertThat(waiting.log()).contains("STOPPED").doesNotContain("Exception");
    }

    @Test
    void losesAndDoublesNothingWhenItIsKilledUnderLoad() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            SealerProcess sealer = ledger.startProcess().awaitHealthy();
            int sealedBefore = outcomes.sealed().size();
            submitter.sendAll(ids("kill-" + kill + "-", 4_000));
            await().atMost(TrialLedger.PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> outcomes.sealed().size() > sealedBefore);
            sealer.kill();
        }

        ledger.start().awaitHealthy();
        submitter.submit("last");
        outcomes.awaitSealed("last");

        assertThat(outcomes.sealed()).hasSize(2 + KILLS * 4_000 + 1);
        assertThat(outcomes.rejected()).isEmpty();
        Audit.requireWhole(ledger);
    }

    @Test
    void findsItsHeadWithoutItsStateDirectory() throws Exception {
        try (RunningSealer first = ledger.start()) {
            first.awaitHealthy();
            submitter.submit("a");
            submitter.submit("a");
            outcomes.awaitRejected(2);
        }
        delete(ledger.config().stateDirectory());

        ledger.start().awaitHealthy();

        submitter.submit("b");
        assertThat(outcomes.awaitSealed("b").sequence()).hasToString("3");
        Audit.requireWhole(ledger);
    }

    private static List<String> ids(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    static void delete(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
