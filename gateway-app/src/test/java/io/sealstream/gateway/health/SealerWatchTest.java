package io.sealstream.gateway.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SealerWatchTest {
    private static final long PATIENCE = SealerWatch.PATIENCE.toNanos();

    private final AtomicLong nanos = new AtomicLong(-1);
    private boolean hasMembers;
    private boolean areBrokersAway;
    private final SealerWatch watch = new SealerWatch("payments-sealer", this::ask, nanos::get);

    private boolean ask(String group) throws IOException {
        if (areBrokersAway) {
            throw new IOException("no broker answered in time");
        }
        return hasMembers;
    }

    @Test
    void aGroupThatStaysWithoutAMemberSealsNothing() {
        watch.look();
        nanos.addAndGet(PATIENCE);

        assertThat(watch.get()).hasValueSatisfying(why -> assertThat(why).contains("payments-sealer", "10 s"));
    }

    @Test
    void aSealerThatIsRestartedIsNotMissed() {
        watch.look();
        nanos.addAndGet(PATIENCE - 1);

        assertThat(watch.get()).isEmpty();
    }

    @Test
    void anAbsenceCountsFromItsFirstLook() {
        watch.look();
        nanos.addAndGet(PATIENCE / 2);
        watch.look();
        nanos.addAndGet(PATIENCE / 2);

        assertThat(watch.get()).isPresent();
    }

    @Test
    void aSealerThatCameBackSeals() {
        watch.look();
        nanos.addAndGet(PATIENCE);
        hasMembers = true;

        watch.look();

        assertThat(watch.get()).isEmpty();
    }

    @Test
    void whereTheBrokersDoNotSayNothingIsConcluded() {
        watch.look();
        nanos.addAndGet(PATIENCE);
        areBrokersAway = true;

        watch.look();

        assertThat(watch.get()).isEmpty();
    }
}
