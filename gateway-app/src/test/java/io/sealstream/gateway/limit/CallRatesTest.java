package io.sealstream.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.gateway.access.Caller;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;

class CallRatesTest {
    private static final Caller TILL = caller("CN=till");

    private final AtomicLong nanos = new AtomicLong();
    private final CallRates rates = new CallRates(2, nanos::get);

    @Test
    void aCallerMayCallAsOftenAsTheRateSays() {
        assertThat(rates.excess(TILL)).isEmpty();
        assertThat(rates.excess(TILL)).isEmpty();
    }

    @Test
    void oneCallMoreIsTooMuch() {
        exhaust();

        assertThat(rates.excess(TILL)).hasValueSatisfying(excess -> {
            assertThat(excess.reason()).isEqualTo("RATE_LIMITED");
            assertThat(excess.detail()).contains("CN=till", "2 calls");
        });
    }

    @Test
    void anotherCallerIsNotHeldBackByIt() {
        exhaust();

        assertThat(rates.excess(caller("CN=other"))).isEmpty();
    }

    @Test
    void afterAPauseThereIsRoomAgain() {
        exhaust();

        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(500));

        assertThat(rates.excess(TILL)).isEmpty();
        assertThat(rates.excess(TILL)).isPresent();
    }

    @Test
    void aLongPauseGivesNoMoreThanASecondsWorth() {
        nanos.addAndGet(TimeUnit.HOURS.toNanos(1));

        exhaust();

        assertThat(rates.excess(TILL)).isPresent();
    }

    @Test
    void withoutARateNothingIsTooMuch() {
        CallRates any = new CallRates(0, nanos::get);

        assertThat(any.excess(TILL)).isEmpty();
        assertThat(any.known()).isZero();
    }

    @Test
    void manyCallersWhoCameOnceAreForgotten() {
        for (int i = 0; i < 30_000; i++) {
            rates.excess(caller("CN=" + i));
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
        }

        assertThat(rates.known()).isLessThan(10_001);
    }

    private void exhaust() {
        assertThat(rates.excess(TILL)).isEmpty();
        assertThat(rates.excess(TILL)).isEmpty();
    }

    private static Caller caller(String subject) {
        return new Caller.Certified(new X500Principal(subject));
    }
}
