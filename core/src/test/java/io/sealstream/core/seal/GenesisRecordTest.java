package io.sealstream.core.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.ControlPayload;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.SealedEvent;
import org.junit.jupiter.api.Test;

class GenesisRecordTest {
    private static final Genesis GENESIS = TestLedger.genesis(Certification.RECORDED);
    private final SealedEvent record = GenesisRecord.of(GENESIS, TestLedger.SHA_256);

    @Test
    void isTheFirstRecordAndComesFromNoIntake() {
        assertThat(record.sequence()).isEqualTo(Sequence.GENESIS);
        assertThat(record.previousHash()).isEqualTo(Hash.ZERO);
        assertThat(record.intake()).isEqualTo(new IntakePosition(-1, -1));
        assertThat(record.sealedAtMs()).isEqualTo(TestLedger.CREATED_AT_MS);
        assertThat(record.certificate()).isNull();
    }

    @Test
    void saysInItsPayloadWhatTheGenesisIs() {
        Event event = record.event();

        assertThat(event.eventId()).hasToString("sealstream.genesis");
        assertThat(event.eventType()).hasToString("sealstream.genesis");
        assertThat(event.occurredAtMs()).isEqualTo(TestLedger.CREATED_AT_MS);
        assertThat(event.payload().isConsistent()).isTrue();
        assertThat(ControlPayload.read(event)).isEqualTo(new ControlPayload.Valid(GENESIS));
    }

    @Test
    void hasTheHashThatNamesTheLedger() {
        assertThat(record.eventHash())
                .isEqualTo(record.header(HashAlgorithm.SHA_256).eventHash(TestLedger.SHA_256));
        assertThat(LedgerSettings.of(record, GENESIS))
                .isEqualTo(new LedgerSettings(
                        "ledger", record.eventHash(), HashAlgorithm.SHA_256, Certification.RECORDED));
    }

    @Test
    void isWhereTheHeadBegins() {
        assertThat(LedgerHead.atGenesis(record.eventHash(), record.sealedAtMs()))
                .isEqualTo(new LedgerHead(Sequence.GENESIS, record.eventHash(), TestLedger.CREATED_AT_MS, -1));
    }
}
