package io.sealstream.core.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import org.junit.jupiter.api.Test;

class SealerClockTest {
    private static final long T = 1_700_000_000_000L;
    private static final LedgerHead HEAD = new LedgerHead(new Sequence(9), Hash.ZERO, T, 20);

    @Test
    void believesAClockThatIsFiveSecondsBehindTheHead() {
        assertThat(SealerClock.objection(HEAD, T - 5_000, T - 5_000)).isEmpty();
    }

    @Test
    void stopsWhereTheClockIsFurtherBehindTheHead() {
        SealerClock.Objection objection =
                SealerClock.objection(HEAD, 0, T - 5_001).orElseThrow();

        assertThat(objection.detail()).contains("1699999994999", "5001 ms", "the last sealed record", "1700000000000");
        assertThat(objection.clearsAtMs()).isEqualTo(T - 5_000);
    }

    @Test
    void believesAClockThatIsFiveSecondsBehindTheBrokers() {
        assertThat(SealerClock.objection(HEAD, T + 15_000, T + 10_000)).isEmpty();
    }

    @Test
    void stopsWhereTheClockIsFurtherBehindTheBrokers() {
        SealerClock.Objection objection =
                SealerClock.objection(HEAD, T + 15_001, T + 10_000).orElseThrow();

        assertThat(objection.detail()).contains("5001 ms", "the broker's append time", "1700000015001");
        assertThat(objection.clearsAtMs()).isEqualTo(T + 10_001);
    }

    @Test
    void stopsAtAnAppendTimeThatNoClockReaches() {
        assertThat(SealerClock.objection(HEAD, Long.MAX_VALUE, T)).isPresent();
    }

    /** An idle ledger's head, and a backlog in the intake, are old; that says nothing about the clock. */
    @Test
    void believesAClockThatIsFarAhead() {
        assertThat(SealerClock.objection(HEAD, T, T + 86_400_000L * 365)).isEmpty();
    }
}
