package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StableEndTest {
    private final StableEnd end = new StableEnd();

    @Test
    void holdsNothingBackWhereReadersSeeAll() {
        assertThat(end.heldFor(5, 5, 0)).isZero();
        assertThat(end.heldFor(5, 5, 1_000)).isZero();
    }

    @Test
    void countsFromWhenItWasFirstSeenThere() {
        end.heldFor(5, 7, 1_000);

        assertThat(end.heldFor(5, 9, 4_000)).isEqualTo(Duration.ofNanos(3_000));
    }

    @Test
    void countsAnewWhereItHasMoved() {
        end.heldFor(5, 7, 1_000);

        assertThat(end.heldFor(6, 7, 4_000)).isZero();
        assertThat(end.heldFor(6, 7, 5_000)).isEqualTo(Duration.ofNanos(1_000));
    }

    @Test
    void countsAnewWhereItWasFreeInBetween() {
        end.heldFor(5, 7, 1_000);
        end.heldFor(7, 7, 2_000);
        end.heldFor(7, 8, 3_000);

        assertThat(end.heldFor(7, 8, 5_000)).isEqualTo(Duration.ofNanos(2_000));
    }
}
