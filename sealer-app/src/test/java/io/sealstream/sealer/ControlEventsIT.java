package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.control.KeyRevoked;
import io.sealstream.core.control.KeyRole;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.core.seal.RejectedEvent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TrialLedgers.class)
class ControlEventsIT {
    @Test
    void aKeyIsGoodFromWhereItWasAddedToWhereItWasRevoked(TrialLedger ledger) throws Exception {
        SealedEvent genesis = ledger.init();
        Submitter submitter = ledger.submitter(genesis.eventHash());
        submitter.submit("too-early");
        submitter.addProducer();
        submitter.submit("in-time");
        submitter.submit("revoked", new KeyRevoked(TrialLedger.PRODUCER.keyId(), "trial is over"));
        submitter.submit("too-late");

        ledger.start().awaitHealthy();

        Outcomes outcomes = ledger.outcomes();
        outcomes.awaitSealedCount(4);
        assertThat(outcomes.sealed())
                .extracting(record -> record.event().eventId().value())
                .containsExactly("sealstream.genesis", "producer-added", "in-time", "revoked");
        assertThat(outcomes.awaitRejectedCount(2).intake().offset()).isEqualTo(4);
        assertThat(outcomes.rejected())
                .extracting(RejectedEvent::reason)
                .containsExactly(RejectReason.KEY_UNKNOWN, RejectReason.KEY_REVOKED);
        Audit.requireWhole(ledger);
    }

    @Test
    void theRegisterIsTheSameAfterARestart(TrialLedger ledger) throws Exception {
        SealedEvent genesis = ledger.init();
        Submitter submitter = ledger.submitter(genesis.eventHash()).addProducer();
        Ed25519SigningKey orders = TrialLedger.key(3, "orders");
        submitter.submit(
                "orders-added", new KeyAdded(orders.keyId(), orders.publicKey(), KeyRole.PRODUCER, List.of("order.")));
        Outcomes outcomes = ledger.outcomes();
        try (RunningSealer first = ledger.start()) {
            first.awaitHealthy();
            outcomes.awaitSealedCount(3);
        }

        ledger.start().awaitHealthy();

        submitter.submit(submitter.certified(Draft.of("o-1").ofType("order.placed"), orders));
        submitter.submit(submitter.certified(Draft.of("p-1").ofType("payment.made"), orders));
        assertThat(outcomes.awaitSealedCount(4).event().eventId().value()).isEqualTo("o-1");
        assertThat(outcomes.awaitRejectedCount(1).reason()).isEqualTo(RejectReason.KEY_NOT_AUTHORIZED);
        Audit.requireWhole(ledger);
    }

    @Test
    void aNewRootKeyTakesOver(TrialLedger ledger) throws Exception {
        SealedEvent genesis = ledger.init();
        ledger.start().awaitHealthy();
        Submitter submitter = ledger.submitter(genesis.eventHash());
        Ed25519SigningKey second = TrialLedger.key(4, "root-2");

        submitter.submit("root-added", new KeyAdded(second.keyId(), second.publicKey(), KeyRole.ROOT, List.of()));
        KeyRevoked revoked = new KeyRevoked(TrialLedger.ROOT.keyId(), "handed over");
        submitter.submit(submitter.certified(Draft.of("root-revoked", revoked), second));
        submitter.addProducer();
        submitter.submit(submitter.certified(Draft.of("added-by-second", TrialLedger.producerAdded()), second));

        Outcomes outcomes = ledger.outcomes();
        assertThat(outcomes.awaitSealedCount(4).event().eventId().value()).isEqualTo("added-by-second");
        assertThat(outcomes.awaitRejectedCount(1).reason()).isEqualTo(RejectReason.KEY_REVOKED);
        Audit.requireWhole(ledger);
    }
}
