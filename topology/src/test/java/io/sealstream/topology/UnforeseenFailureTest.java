package io.sealstream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.schema.Codec;
import io.sealstream.schema.Decoding;
import io.sealstream.topology.Degradation.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A bug, wherever it is, stops the sealer at the record that shows it; it never skips one, and never writes half of one. */
class UnforeseenFailureTest {
    private final TestLedger ledger = new TestLedger();

    enum Broken {
        DECODER,
        SEALED_ENCODER,
        REJECTED_ENCODER,
        INDEX
    }

    @ParameterizedTest
    @EnumSource
    void namesTheRecordAndForwardsNothing(Broken broken) {
        LedgerCodecs good = LedgerCodecs.avro();
        TaskHarness task = new TaskHarness(ledger)
                .withCodecs(new LedgerCodecs(
                        broken == Broken.DECODER ? broken() : good.certified(),
                        broken == Broken.SEALED_ENCODER ? broken() : good.sealed(),
                        broken == Broken.REJECTED_ENCODER ? broken() : good.rejected()))
                .start();
        ledger.follower.failToFind(broken == Broken.INDEX ? new IllegalStateException("a bug") : null);
        String eventId = broken == Broken.REJECTED_ENCODER ? "sealstream.reserved" : "e";

        Degradation degradation = Halts.degradationOf(() -> task.process(17, TestLedger.event(eventId)));

        assertThat(degradation.reason()).isEqualTo(Reason.UNFORESEEN);
        assertThat(degradation.intakeOffset()).isEqualTo(17);
        assertThat(degradation.detail()).contains("intake offset 17", "a bug");
        assertThat(task.storedHead()).isEmpty();
        assertThat(task.asksForCommit()).isFalse();
    }

    private static <T> Codec<T> broken() {
        return new Codec<>() {
            @Override
            public byte[] encode(T value) {
                throw new IllegalStateException("a bug");
            }

            @Override
            public Decoding<T> decode(byte[] bytes) {
                throw new NoClassDefFoundError("a bug"); // an error, as an incomplete class path gives one
            }
        };
    }
}
