package io.sealstream.follower;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.event.SealedEvent;
import io.sealstream.reader.SampleLedger;
import io.sealstream.schema.SealedEventCodec;
import io.sealstream.schema.SequenceKey;
import org.junit.jupiter.api.Test;

class WrittenRecordsTest {
    private static final SealedEvent GENESIS = SampleLedger.events().get(0);
    private static final SealedEvent SECOND = SampleLedger.events().get(1);

    private final SealedEventCodec codec = new SealedEventCodec();
    private final WrittenRecords written = new WrittenRecords();

    @Test
    void theSameBytesAreTheSameEvent() {
        written.add(SECOND, codec.encode(SECOND));

        assertThat(written.take(key(SECOND), codec.encode(SECOND))).containsSame(SECOND);
    }

    @Test
    void otherBytesUnderItsSequenceAreNot() {
        written.add(SECOND, codec.encode(SECOND));

        assertThat(written.take(key(SECOND), codec.encode(GENESIS))).isEmpty();
    }

    @Test
    void whatWasWrittenAgainAfterAnAbortCounts() {
        written.add(GENESIS, codec.encode(GENESIS));
        SealedEvent again = new SealedEvent(
                GENESIS.sequence(),
                GENESIS.previousHash(),
                GENESIS.eventHash(),
                GENESIS.sealedAtMs() + 1,
                GENESIS.intake(),
                GENESIS.certified());

        written.add(again, codec.encode(again));

        assertThat(written.take(key(GENESIS), codec.encode(again))).containsSame(again);
    }

    @Test
    void aTombstoneIsNoEvent() {
        written.add(SECOND, codec.encode(SECOND));

        assertThat(written.take(key(SECOND), null)).isEmpty();
    }

    @Test
    void aKeyThatIsNoSequenceNamesNone() {
        assertThat(written.take(new byte[3], codec.encode(SECOND))).isEmpty();
        assertThat(written.take(null, codec.encode(SECOND))).isEmpty();
    }

    @Test
    void noMoreIsKeptThanMemoryHolds() {
        written.add(GENESIS, new byte[(int) WrittenRecords.MAX_BYTES]);

        written.add(SECOND, codec.encode(SECOND));

        assertThat(written.take(key(SECOND), codec.encode(SECOND))).isEmpty();
    }

    @Test
    void whatWasTakenMakesRoom() {
        byte[] large = new byte[(int) WrittenRecords.MAX_BYTES];
        written.add(GENESIS, large);
        var unused = written.take(key(GENESIS), large);

        written.add(SECOND, codec.encode(SECOND));

        assertThat(written.take(key(SECOND), codec.encode(SECOND))).isPresent();
    }

    private static byte[] key(SealedEvent event) {
        return SequenceKey.encode(event.sequence());
    }
}
