package io.sealstream.gateway.submit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ByteBudgetTest {
    private final ByteBudget budget = new ByteBudget(100);

    @Test
    void moreThanItsSizeIsRefused() {
        budget.take(60);

        assertThat(budget.take(41)).isFalse();
    }

    @Test
    void whatWasRefusedTakesNothing() {
        budget.take(60);
        budget.take(41);

        assertThat(budget.take(40)).isTrue();
    }

    @Test
    void whatWasGivenBackCanBeTakenAgain() {
        budget.take(100);
        budget.giveBack(100);

        assertThat(budget.take(100)).isTrue();
    }

    @Test
    void oneHasRoomHoweverLargeItIs() {
        assertThat(budget.take(1_000)).isTrue();
    }
}
