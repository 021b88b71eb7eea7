package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.control.TopicReplaced;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.reader.LedgerUnreadableException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The topics were lost, and made anew from a copy of the sealed records. */
@ExtendWith(TrialLedgers.class)
class RestoreIT {
    private final TrialLedger ledger;
    private final Submitter submitter;

    RestoreIT(TrialLedger ledger) throws LedgerUnreadableException {
        this.ledger = ledger;
        this.submitter = ledger.submitter(ledger.init().eventHash());
        submitter.addProducer();
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "another"})
    void isRefusedWhereNobodyAskedForIt(String state) throws Exception {
        sealAndRestore();

        try (RunningSealer sealer = ledger.start(ledger.config(state))) {
            assertThat(sealer.awaitDegraded().detail()).containsAnyOf("made anew", "--adopt-head");
        }
    }

    @Test
    void goesOnBehindATopicReplaced() throws Exception {
        sealAndRestore();
        Outcomes outcomes = ledger.outcomes();
        try (RunningSealer adopting = ledger.startAdopting()) {
            adopting.awaitHealthy();
            assertThat(outcomes.awaitRejected(submitter.submit("too-early")).reason())
                    .isEqualTo(RejectReason.INVALID);

            submitter.submit("replaced", new TopicReplaced(ledger.topics(), "restored"));
            submitter.submit("too-early");
            outcomes.awaitSealed("too-early");
        }

        ledger.start().awaitHealthy();

        submitter.submit("last");
        assertThat(outcomes.awaitSealed("last").sequence()).hasToString("5");
        Audit.requireWhole(ledger);
    }

    private void sealAndRestore() throws Exception {
        try (RunningSealer sealer = ledger.start()) {
            sealer.awaitHealthy();
            submitter.submit("a");
            ledger.outcomes().awaitSealed("a");
        }
        String sealed = ledger.names().sealed();
        List<ConsumerRecord<byte[], byte[]>> copy = new ArrayList<>(Topics.committed(ledger, sealed));
        List<String> all =
                List.of(ledger.names().intake(), sealed, ledger.names().rejected());
        Topics.deleteAndWait(ledger, all);
        new TopicCreation(ledger.connection(), TrialLedger.PATIENCE, (short) -1).create(ledger.names());
        ForeignWriter restore = ledger.foreignWriter();
        for (ConsumerRecord<byte[], byte[]> record : copy) {
            restore.write(sealed, Tampering.Forgery.of(record));
        }
    }
}
