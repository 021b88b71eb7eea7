package io.sealstream.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.sealstream.core.Sequence;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.core.seal.RejectedEvent;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An event that comes again is a duplicate, whether the follower has seen the first or lags behind. */
class DuplicateEventsTest {
    private final TestLedger ledger = new TestLedger();
    private final SealingDriver driver;

    DuplicateEventsTest(@TempDir Path directory) {
        driver = new SealingDriver(ledger, directory);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void knowsWhatItForwardedBeforeTheFollowerHasSeenIt() {
        driver.submit(TestLedger.event("a"));
        driver.submit(TestLedger.event("b"));
        driver.submit(TestLedger.event("a"));
        driver.submit(TestLedger.event("b", "another payload"));

        assertThat(driver.sealed()).hasSize(2);
        assertThat(driver.rejected())
                .extracting(RejectedEvent::reason, RejectedEvent::original)
                .containsExactly(
                        tuple(RejectReason.DUPLICATE, new Sequence(1)),
                        tuple(RejectReason.EVENT_ID_CONFLICT, new Sequence(2)));
    }

    @Test
    void asksTheFollowerAboutWhatItHasSeen() {
        driver.submit(TestLedger.event("a"));
        driver.sealed().forEach(ledger.follower::fold);
        driver.submit(TestLedger.event("b"));
        driver.submit(TestLedger.event("a"));
        driver.submit(TestLedger.event("a", "another payload"));

        assertThat(driver.rejected())
                .extracting(RejectedEvent::reason, RejectedEvent::original)
                .containsExactly(
                        tuple(RejectReason.DUPLICATE, new Sequence(1)),
                        tuple(RejectReason.EVENT_ID_CONFLICT, new Sequence(1)));
    }

    @Test
    void findsEachOneWhileTheFollowerIsHalfWay() {
        List<String> ids = List.of("a", "b", "c", "d");
        ids.forEach(id -> driver.submit(TestLedger.event(id)));
        List<SealedEvent> sealed = driver.sealed();
        ledger.follower.fold(sealed.get(0));
        ledger.follower.fold(sealed.get(1));

        ids.forEach(id -> driver.submit(TestLedger.event(id)));

        assertThat(driver.rejected())
                .extracting(RejectedEvent::original)
                .containsExactly(new Sequence(1), new Sequence(2), new Sequence(3), new Sequence(4));
        assertThat(driver.sealed()).isEmpty();
    }
}
