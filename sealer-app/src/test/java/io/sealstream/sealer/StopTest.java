package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.InterruptException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class StopTest {
    /** Nobody listens there, and whoever asks there waits for {@link TrialLedger#PATIENCE}. */
    private static final String NOWHERE = "127.0.0.1:1";

    private final Stop stop = new Stop();

    @TempDir
    Path directory;

    @Test
    void breaksOffAQuestionThatTheBrokersDoNotAnswer() throws Exception {
        TrialLedger ledger = new TrialLedger("trial", NOWHERE, directory);
        CountDownLatch asking = new CountDownLatch(1);
        CompletableFuture<Throwable> broken = new CompletableFuture<>();
        Thread asker = Thread.ofPlatform().start(() -> {
            try {
                stop.ask(() -> {
                    asking.countDown();
                    return new GroupOffset(ledger.config(), ledger.connection()).ensure();
                });
            } catch (Throwable e) {
                broken.complete(
                        Thread.currentThread().isInterrupted() ? new AssertionError("still interrupted", e) : e);
            }
        });
        asking.await();

        stop.request();

        assertThat(broken.get()).isInstanceOf(InterruptException.class);
        asker.join();
    }

    @Test
    void asksNothingMoreOnceItWasRequested() {
        TrialLedger ledger = new TrialLedger("trial", NOWHERE, directory);
        stop.request();

        assertThatThrownBy(() -> stop.ask(new GroupOffset(ledger.config(), ledger.connection())::ensure))
                .isInstanceOf(InterruptException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void interruptsNobodyWhoAsksNothing() {
        boolean answer = stop.ask(() -> true);

        stop.request();

        assertThat(answer).isTrue();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void tellsOfItselfOnceWhetherItComesBeforeOrAfter() {
        AtomicInteger before = new AtomicInteger();
        AtomicInteger after = new AtomicInteger();

        stop.onRequest(before::incrementAndGet);
        stop.request();
        stop.request();
        stop.onRequest(after::incrementAndGet);

        assertThat(before).hasValue(1);
        assertThat(after).hasValue(1);
    }

    @Test
    void timeRunsFromTheRequestOn() {
        Duration whole = stop.left();

        stop.request();

        await().until(() -> stop.left().compareTo(whole) < 0);
        assertThat(whole).isLessThan(Duration.ofSeconds(9));
    }
}
