package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.reader.LedgerUnreadableException;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Which transactions the new owner of the intake ends, and which are none of its business. */
@ExtendWith(TrialLedgers.class)
class DeadTransactionsIT {
    private final TrialLedger ledger;
    private final DeadTransactions dead;
    private final String own;

    DeadTransactionsIT(TrialLedger ledger) {
        this.ledger = ledger;
        this.dead = new DeadTransactions(ledger.names(), ledger.connection());
        this.own = sealerId();
    }

    @BeforeEach
    void makeTopics() throws LedgerUnreadableException {
        ledger.init();
    }

    @Test
    void endsThoseOfSealers() throws Exception {
        makeChangelog();
        String first = sealerId();
        String second = sealerId();
        String third = sealerId();
        ForeignWriter sealing = leftOpen(first, ledger.names().sealed());
        ForeignWriter rejecting = leftOpen(second, ledger.names().rejected());
        leftOpen(third, ledger.names().headChangelog());

        assertThat(dead.fence(own)).containsExactlyInAnyOrder(first, second, third);

        assertThatThrownBy(sealing::commit).isInstanceOf(KafkaException.class);
        assertThatThrownBy(rejecting::commit).isInstanceOf(KafkaException.class);
        assertThat(dead.fence(own)).isEmpty();
    }

    /** There is no changelog, so nobody answers for it. */
    @Test
    void endsThoseThatCanBeSeenWhereSomeCannot() throws Exception {
        String sealing = sealerId();
        String rejecting = sealerId();
        leftOpen(sealing, ledger.names().sealed());
        leftOpen(rejecting, ledger.names().rejected());

        assertThat(dead.fence(own)).containsExactlyInAnyOrder(sealing, rejecting);
    }

    @Test
    void leavesThoseOfOthersAlone() throws Exception {
        makeChangelog();
        ForeignWriter other =
                leftOpen("other-" + UUID.randomUUID() + "-1", ledger.names().sealed());
        ForeignWriter ofALikeName = leftOpen(
                ledger.names().sealerGroup() + "-sealer-" + UUID.randomUUID() + "-1",
                ledger.names().rejected());

        assertThat(dead.fence(own)).isEmpty();

        assertThatCode(other::abort).doesNotThrowAnyException();
        assertThatCode(ofALikeName::abort).doesNotThrowAnyException();
    }

    /** Its own producer ends what it left open. */
    @Test
    void leavesItsOwnAlone() throws Exception {
        makeChangelog();
        ForeignWriter itself = leftOpen(own, ledger.names().sealed());

        assertThat(dead.fence(own)).isEmpty();

        assertThatCode(itself::abort).doesNotThrowAnyException();
    }

    @Test
    void leavesSealersAloneThatHaveNothingOpen() throws Exception {
        makeChangelog();
        ForeignWriter idle = leftOpen(sealerId(), ledger.names().sealed());
        idle.abort();

        assertThat(dead.fence(own)).isEmpty();

        idle.leaveOpen(ledger.names().sealed());
        assertThatCode(idle::abort).doesNotThrowAnyException();
    }

    private void makeChangelog() {
        KafkaAnswer.of(ledger.admin()
                .createTopics(List.of(new NewTopic(ledger.names().headChangelog(), 1, (short) 1)))
                .all());
    }

    private String sealerId() {
        return ledger.names().sealerGroup() + "-" + UUID.randomUUID() + "-1";
    }

    private ForeignWriter leftOpen(String transactionalId, String topic) throws Exception {
        ForeignWriter writer = ledger.closing(new ForeignWriter(ledger, transactionalId));
        writer.leaveOpen(topic);
        return writer;
    }
}
