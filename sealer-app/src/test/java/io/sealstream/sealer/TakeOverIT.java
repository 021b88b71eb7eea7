package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.TopicInspector;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The sealer that works is killed beside a standby. */
@ExtendWith(TrialLedgers.class)
class TakeOverIT {
    private static final int EVENTS = 10_000;

    private final TrialLedger ledger;
    private final Submitter submitter;
    private final Outcomes outcomes;

    TakeOverIT(TrialLedger ledger) throws LedgerUnreadableException {
        this.ledger = ledger;
        this.submitter = ledger.submitter(ledger.init().eventHash());
        this.outcomes = ledger.outcomes();
        submitter.addProducer();
    }

    /** Each event comes twice, so that each transaction writes to both topics and to the changelog. */
    @Test
    void standbyEndsWhatIsOpenInEveryTopicAndSealsOn() throws Exception {
        SealerProcess working =
                ledger.startProcess(ledger.missedAtOnce("working")).awaitHealthy();
        SealerProcess standby =
                ledger.startProcess(ledger.missedAtOnce("standby")).awaitHealthy();
        submitter.sendAll(ids("e-", EVENTS).flatMap(id -> Stream.of(id, id)).toList());
        pauseWithATransactionOpen(working);

        working.kill();

        submitter.submit("after");
        outcomes.awaitSealed("after");
        outcomes.awaitRejectedCount(EVENTS);
        assertThat(outcomes.sealed()).hasSize(2 + EVENTS + 1);
        assertThat(standby.log())
                .contains("ended the transaction that " + ledger.names().sealerGroup());
        Audit.requireWhole(ledger);
    }

    @Test
    void killedSealerThatComesBackLeavesTheIntakeWhereItIs() throws Exception {
        SealerConfig config = ledger.missedAtOnce("first");
        SealerProcess first = ledger.startProcess(config).awaitHealthy();
        SealerProcess second =
                ledger.startProcess(ledger.missedAtOnce("second")).awaitHealthy();
        first.kill();
        submitter.submit("taken over");
        outcomes.awaitSealed("taken over");
        second.awaitHealthy();
        String saidBefore = second.log();
        submitter.sendAll(ids("while-it-joins-", EVENTS).toList());

        SealerProcess back = ledger.startProcess(config).awaitHealthy();

        submitter.submit("after");
        outcomes.awaitSealed("after");
        assertThat(second.log().substring(saidBefore.length()))
                .as("what it says of a start, of trying again, or of a new task")
                .doesNotContain("STARTING", "goes on behind", "left open");
        assertThat(back.log()).doesNotContain("goes on behind");
        Audit.requireWhole(ledger);
    }

    private void pauseWithATransactionOpen(SealerProcess sealer) throws LedgerUnreadableException {
        List<String> written = List.of(
                ledger.names().sealed(),
                ledger.names().rejected(),
                ledger.names().headChangelog());
        try (TopicInspector inspector = new TopicInspector(ledger.connection(), TrialLedger.PATIENCE)) {
            await().atMost(TrialLedger.PATIENCE)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> pausesWithOneOpen(sealer, inspector, written));
        }
    }

    private static boolean pausesWithOneOpen(SealerProcess sealer, TopicInspector inspector, List<String> topics)
            throws LedgerUnreadableException {
        sealer.pause();
        for (String topic : topics) {
            if (inspector.openTransaction(topic).isEmpty()) {
                sealer.resume();
                return false;
            }
        }
        return true;
    }

    private static Stream<String> ids(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i);
    }
}
