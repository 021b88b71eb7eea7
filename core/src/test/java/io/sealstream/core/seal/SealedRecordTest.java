package io.sealstream.core.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.SealHeader;
import io.sealstream.core.event.SealedEvent;
import org.junit.jupiter.api.Test;

class SealedRecordTest {
    private final TestLedger ledger = TestLedger.requiringCertificates();

    @Test
    void carriesTheNextSequenceTheHashBeforeAndWhereItCameFrom() {
        LedgerHead before = ledger.state().head();
        ledger.clockSays(TestLedger.CREATED_AT_MS + 7);
        CertifiedEvent certified = ledger.certify(Draft.of("e"));

        SealedEvent sealed = ledger.sealed(certified);

        assertThat(sealed)
                .isEqualTo(SealedEvent.seal(
                        new SealHeader(
                                ledger.state().ledger().hash(),
                                new Sequence(2),
                                before.eventHash(),
                                TestLedger.CREATED_AT_MS + 7,
                                IntakePosition.at(1),
                                certified.event().digest(),
                                certified.certificateDigest()),
                        TestLedger.SHA_256,
                        certified));
    }

    @Test
    void movesTheHeadToItself() {
        SealedEvent sealed = ledger.sealed(ledger.certify(Draft.of("e")));

        assertThat(ledger.state().head())
                .isEqualTo(new LedgerHead(new Sequence(2), sealed.eventHash(), sealed.sealedAtMs(), 1));
    }

    @Test
    void tellsTheDigestThatTheIndexKeeps() {
        CertifiedEvent certified = ledger.certify(Draft.of("e"));

        Outcome outcome = ledger.seal(certified);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Sealed.class,
                        it -> assertThat(it.eventDigest())
                                .isEqualTo(certified.event().digest()));
    }

    @Test
    void leavesAGapInTheIntakeOffsetsWhereTransactionMarkersAre() {
        IntakeRecord next = ledger.next(ledger.certify(Draft.of("e")));

        SealedEvent sealed = ledger.sealed(
                new IntakeRecord(1_000, next.appendedAtMs(), next.key(), next.value(), null, next.content()));

        assertThat(sealed.sequence()).isEqualTo(new Sequence(2));
        assertThat(sealed.intake()).isEqualTo(IntakePosition.at(1_000));
    }

    @Test
    void hasNoCertificateDigestWhereThereIsNoCertificate() {
        TestLedger lenient = TestLedger.withoutCertificates();

        SealedEvent sealed = lenient.sealed(Draft.of("e").uncertified());

        assertThat(sealed.header(lenient.state().ledger().hash()).certificateDigest())
                .isEqualTo(Hash.ZERO);
    }
}
