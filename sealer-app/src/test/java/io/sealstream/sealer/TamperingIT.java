package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sealstream.core.event.SealedEvent;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.sealer.SealerConfig.StartupCheck;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A sealer of a ledger that was tampered with seals nothing, says where and why, and leaves everything as it is. */
@ExtendWith({TrialLedgers.class, SharedBroker.class})
class TamperingIT {
    private final TrialLedger ledger;
    private final TestBroker broker;
    private final Submitter submitter;
    private final Outcomes outcomes;

    TamperingIT(TrialLedger ledger, TestBroker broker) throws LedgerUnreadableException {
        this.ledger = ledger;
        this.broker = broker;
        this.submitter = ledger.submitter(ledger.init().eventHash());
        this.outcomes = ledger.outcomes();
    }

    @BeforeEach
    void sealUpToSequence3() throws Exception {
        submitter.addProducer();
        submitter.submit("a");
        submitter.submit("b");
        try (RunningSealer sealer = ledger.start()) {
            sealer.awaitHealthy();
            outcomes.awaitSealedCount(4);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isFoundBeforeTheStart(Tampering tampering) throws Exception {
        append(tampering);

        RunningSealer sealer = ledger.start();

        assertFound(sealer, tampering, tampering.detail());
    }

    @ParameterizedTest
    @EnumSource
    void isFoundWhileSealing(Tampering tampering) throws Exception {
        RunningSealer sealer = ledger.start().awaitHealthy();

        append(tampering);

        assertFound(sealer, tampering, tampering.detail());
    }

    @ParameterizedTest
    @EnumSource(names = {"OVERWRITTEN_RECORD", "TOMBSTONE"})
    void isFoundAfterCompactionByASealerThatHadSeenTheRecord(Tampering tampering) throws Exception {
        append(tampering);
        compact();

        RunningSealer sealer = ledger.start();

        assertFound(sealer, tampering, tampering.detail());
    }

    @ParameterizedTest
    @EnumSource(names = {"OVERWRITTEN_RECORD", "TOMBSTONE"})
    void isFoundAfterCompactionByASealerThatIsNew(Tampering tampering) throws Exception {
        append(tampering);
        compact();

        RunningSealer sealer = ledger.start(ledger.config("another"));

        assertFound(sealer, tampering, "SEQUENCE_GAP");
    }

    /** The topic does not begin with a genesis any more, and is a ledger's all the same: the process stays up to say so. */
    @Test
    void aLostGenesisIsFoundByASealerThatIsNew() throws Exception {
        SealedEvent genesis = outcomes.sealed().getFirst();
        ledger.foreignWriter().write(ledger.names().sealed(), Tampering.again(genesis));
        compact();

        RunningSealer sealer = ledger.start(ledger.config("another"));

        Health.Fault fault = sealer.awaitDegraded();
        assertThat(fault.reason()).isEqualTo("TAMPERED");
        assertThat(fault.detail()).contains("PREFIX_MISSING");
    }

    /** Nothing is left of it behind what this sealer has followed: the tombstone is gone too. */
    @Test
    void aLostGenesisIsFoundByASealerThatHadSeenIt() throws Exception {
        SealedEvent genesis = outcomes.sealed().getFirst();
        ledger.foreignWriter().write(ledger.names().sealed(), Tampering.tombstone(genesis));
        Topics.set(ledger, ledger.names().sealed(), "delete.retention.ms", "0");
        compact();
        compact();
        assertThat(Topics.committed(ledger, ledger.names().sealed()))
                .allSatisfy(record -> assertThat(record.value()).isNotNull());

        RunningSealer sealer = ledger.start();

        Health.Fault fault = sealer.awaitDegraded();
        assertThat(fault.reason()).isEqualTo("TAMPERED");
        assertThat(fault.detail()).contains("does not begin as it should: its first record is sequence 1");
        assertThat(fault.firstBadSequence()).isZero();
    }

    /** What was checked before is checked again. */
    @ParameterizedTest
    @EnumSource(
            value = StartupCheck.class,
            names = {"FULL", "OFF"})
    void aWholeLedgerIsSealedFurtherWhateverCheckWasAskedFor(StartupCheck check) throws Exception {
        ledger.start(ledger.config("state", check)).awaitHealthy();

        submitter.submit("c");

        outcomes.awaitSealed("c");
        Audit.requireWhole(ledger);
    }

    @Test
    void compactionItselfIsNone() throws Exception {
        compact();

        ledger.start(ledger.config("another")).awaitHealthy();

        submitter.submit("c");
        outcomes.awaitSealed("c");
        Audit.requireWhole(ledger);
    }

    private void append(Tampering tampering) throws Exception {
        List<SealedEvent> sealed = outcomes.sealed();
        ledger.foreignWriter().write(ledger.names().sealed(), tampering.forge(sealed));
    }

    private void compact() throws Exception {
        broker.compact(new TopicPartition(ledger.names().sealed(), 0));
    }

    private void assertFound(RunningSealer sealer, Tampering tampering, String detail) throws Exception {
        Health.Fault fault = sealer.awaitDegraded();
        assertThat(fault.reason()).isEqualTo(tampering.reason());
        assertThat(fault.detail()).contains(detail);
        assertThat(fault.firstBadSequence()).isEqualTo(tampering.firstBad());
        assertThat(fault.lastGoodSequence()).isEqualTo(tampering.firstBad() - 1);
        Health.Answer ready = sealer.health().get("/health/ready");
        assertThat(ready.code()).isEqualTo(503);
        assertThat(ready.body()).contains("\"first_bad_sequence\":" + tampering.firstBad());
        Scrape metrics = Scrape.of(sealer.health());
        assertThat(metrics.value("ledger_corruption_detections_total", "reason=\"" + tampering.reason() + '"'))
                .isEqualTo(1);
        assertThat(metrics.value("ledger_degraded_reason", "reason=\"" + tampering.reason() + '"'))
                .isEqualTo(1);

        awaitNoSealer();
        TopicContents before = TopicContents.of(ledger);
        submitter.submit("after");
        assertThat(sealer.health().state()).isEqualTo("DEGRADED");
        assertThat(TopicContents.of(ledger)).isEqualTo(before);
    }

    /** Whoever has left the group reads nothing any more. */
    private void awaitNoSealer() {
        String group = ledger.names().sealerGroup();
        Admin admin = ledger.admin();
        await().atMost(TrialLedger.PATIENCE)
                .until(() -> admin.describeConsumerGroups(List.of(group)).all().get().values().stream()
                        .allMatch(described -> described.groupState() == GroupState.EMPTY));
    }
}
