package io.sealstream.gateway.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubmitWindowTest {
    private static final int LONG = 1_000;

    private final SubmitWindow window = new SubmitWindow(100, LONG);

    @Test
    void smallOnesAreHeldUpToTheNumber() {
        assertThat(askedFor(1)).isEqualTo(100);
    }

    @Test
    void longOnesAreHeldUpToTheBytes() {
        assertThat(askedFor(LONG)).isEqualTo(SubmitWindow.LONGEST);
    }

    @Test
    void aNumberBelowThatCountsForLongOnesToo() {
        assertThat(new SubmitWindow(3, LONG).wanted()).isEqualTo(3);
    }

    @Test
    void whatIsAskedForIsAskedForOnce() {
        window.wanted();

        assertThat(window.wanted()).isZero();
    }

    @Test
    void anAnswerThatNobodyHasTakenMakesNoRoom() {
        askedFor(LONG);

        window.answered(LONG);

        assertThat(window.wanted()).isZero();
    }

    @Test
    void answersThatWereTakenMakeRoom() {
        askedFor(LONG);
        window.answered(LONG);
        window.answered(LONG);

        window.taken();

        assertThat(window.wanted()).isEqualTo(2);
    }

    /** Of events of so many bytes, each asked for, until no more is. */
    private int askedFor(int bytes) {
        int asked = 0;
        for (int wanted = window.wanted(); wanted > 0; wanted = window.wanted()) {
            IntStream.range(0, wanted).forEach(i -> window.came(bytes));
            asked += wanted;
        }
        return asked;
    }
}
