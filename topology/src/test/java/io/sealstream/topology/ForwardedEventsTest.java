package io.sealstream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.EventIndex;
import io.sealstream.core.seal.LedgerHead;
import org.junit.jupiter.api.Test;

class ForwardedEventsTest {
    private final TestLedger ledger = new TestLedger();
    private final SealedEvent a = ledger.sealed(ledger.genesis, 0, TestLedger.event("a"));
    private final SealedEvent b = ledger.sealed(a, 1, TestLedger.event("b"));
    private final ForwardedEvents forwarded = new ForwardedEvents();

    ForwardedEventsTest() {
        forwarded.add(a);
        forwarded.add(b);
    }

    @Test
    void findsWhatTheFollowerHasNotFoldedYet() {
        assertThat(forwarded.find(new EventId("b")))
                .hasValue(new EventIndex.Entry(new Sequence(2), b.event().digest()));
        assertThat(forwarded.find(new EventId("c"))).isEmpty();
    }

    @Test
    void forgetsWhatTheFollowerHasFolded() {
        Hash contradiction = forwarded.confirm(FakeLedgerView.headAt(a));

        assertThat(contradiction).isNull();
        assertThat(forwarded.find(new EventId("a"))).isEmpty();
        assertThat(forwarded.find(new EventId("b"))).isPresent();
        assertThat(forwarded.size()).isEqualTo(1);
    }

    @Test
    void keepsEverythingWhileTheFollowerStandsBeforeIt() {
        assertThat(forwarded.confirm(LedgerHead.atGenesis(ledger.genesis.eventHash(), ledger.genesis.sealedAtMs())))
                .isNull();
        assertThat(forwarded.size()).isEqualTo(2);
    }

    @Test
    void tellsWhatItForwardedWhereTheFollowerFoundSomethingElse() {
        Hash contradiction = forwarded.confirm(new LedgerHead(new Sequence(2), Hash.ZERO, 0, 1));

        assertThat(contradiction).isEqualTo(b.eventHash());
    }

    @Test
    void hasNothingToSayAboutWhatItHasForgotten() {
        forwarded.confirm(FakeLedgerView.headAt(b));

        assertThat(forwarded.confirm(FakeLedgerView.headAt(b))).isNull();
    }
}
