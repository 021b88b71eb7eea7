package io.sealstream.topology;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.event.SealedEvent;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A follower may lag, for what it has not folded is in memory; behind a bound it cannot be said to look any more. */
class SlowFollowerTest {
    private final TestLedger ledger = new TestLedger();
    private final ForwardedEvents forwarded = new ForwardedEvents();
    private final LedgerGuard guard = new LedgerGuard(ledger.follower, forwarded, "ledger.sealed");
    private final List<SealedEvent> sealed = IntStream.rangeClosed(1, LedgerGuard.MAX_UNFOLLOWED)
            .mapToObj(i -> ledger.sealed(new Sequence(i), Hash.ZERO, i, TestLedger.event("event-" + i)))
            .toList();

    SlowFollowerTest() {
        sealed.forEach(forwarded::add);
    }

    @Test
    void isNoReasonToStopUpToABound() {
        assertThatCode(() -> guard.check(FakeLedgerView.headAt(sealed.getLast())))
                .doesNotThrowAnyException();
    }

    @Test
    void isWaitedForBeyondIt() {
        SealedEvent next = oneTooMany();

        assertThatThrownBy(() -> guard.check(FakeLedgerView.headAt(next)))
                .isInstanceOf(FollowerBehindException.class)
                .hasMessageContaining("is at sequence 0", "sealing waits for it");
    }

    @Test
    void isGoneOnWithOnceItMoves() {
        SealedEvent next = oneTooMany();

        ledger.follower.fold(sealed.getFirst());

        assertThatCode(() -> guard.check(FakeLedgerView.headAt(next))).doesNotThrowAnyException();
    }

    private SealedEvent oneTooMany() {
        SealedEvent last = sealed.getLast();
        SealedEvent next = ledger.sealed(last, sealed.size() + 1L, TestLedger.event("one too many"));
        forwarded.add(next);
        return next;
    }
}
