package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.control.KeyRevoked;
import io.sealstream.core.control.KeyRole;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.core.seal.RejectedEvent;
import io.sealstream.reader.LedgerUnreadableException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a record gets its own reason, and the sealer goes on: all cases share one. */
@ExtendWith(TrialLedgers.class)
@TestInstance(Lifecycle.PER_CLASS)
class RejectionIT {
    private final TrialLedger ledger;
    private final Submitter submitter;
    private final Outcomes outcomes;

    RejectionIT(TrialLedger ledger) throws LedgerUnreadableException {
        this.ledger = ledger;
        this.submitter = ledger.submitter(ledger.init().eventHash());
        this.outcomes = ledger.outcomes();
    }

    @BeforeAll
    void start() throws LedgerUnreadableException {
        ledger.start().awaitHealthy();
        submitter.addProducer();
        var revoked = HostileCertificates.REVOKED;
        submitter.submit("added", new KeyAdded(revoked.keyId(), revoked.publicKey(), KeyRole.PRODUCER, List.of()));
        submitter.submit("revoked", new KeyRevoked(revoked.keyId(), "for the trial"));
        submitter.submit("original");
        outcomes.awaitSealedCount(5);
    }

    static Stream<Hostile> hostile() {
        return Stream.of(HostileFrames.all(), HostileFields.all(), HostileCertificates.all(), HostileControls.all())
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void rejects(Hostile hostile) {
        long offset = hostile.submit().applyAsLong(submitter);

        RejectedEvent rejected = outcomes.awaitRejected(offset);
        assertThat(rejected.reason()).as(rejected.detail()).isEqualTo(hostile.reason());
        assertThat(rejected.detail()).contains(hostile.detail());
        assertThat(rejected.original()).isNull();
    }

    @Test
    void tellsWhereADuplicateWasSealed() {
        long offset = submitter.submit("original");

        RejectedEvent rejected = outcomes.awaitRejected(offset);
        assertThat(rejected.reason()).isEqualTo(RejectReason.DUPLICATE);
        assertThat(rejected.original()).hasToString("4");
    }

    @Test
    void tellsWhichEventHasTheId() {
        long offset = submitter.submit(Draft.of("original").withPayload(7));

        RejectedEvent rejected = outcomes.awaitRejected(offset);
        assertThat(rejected.reason()).isEqualTo(RejectReason.EVENT_ID_CONFLICT);
        assertThat(rejected.original()).hasToString("4");
    }

    @Test
    void keepsOfALargeRecordWhatItsLimitAllows() {
        CertifiedEvent large = submitter.certified(Draft.of("large").withPayload(1_000_000), TrialLedger.PRODUCER);
        long offset = submitter.submit(large);

        RejectedEvent rejected = outcomes.awaitRejected(offset);
        assertThat(rejected.reason()).isEqualTo(RejectReason.TOO_LARGE);
        assertThat(rejected.value())
                .satisfies(value -> assertThat(value.length()).isEqualTo(65_536));
        assertThat(rejected.valueLength()).isGreaterThan(1_000_000);
        assertThat(rejected.intakeTopicId()).isNotEmpty();
    }

    @AfterAll
    void everyRecordHasOneOutcome() throws LedgerUnreadableException {
        submitter.submit("the sealer goes on");
        outcomes.awaitSealedCount(6);
        Audit.requireWhole(ledger);
    }
}
