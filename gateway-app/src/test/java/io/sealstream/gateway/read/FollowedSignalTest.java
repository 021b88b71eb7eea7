package io.sealstream.gateway.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Sequence;
import io.sealstream.core.Sha256;
import io.sealstream.core.seal.LedgerHead;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FollowedSignalTest {
    private static final int MANY = 100_000;

    private final FollowedSignal signal = new FollowedSignal(Runnable::run);

    @Test
    void whoeverWaitsIsWokenWhenItIsThere() {
        CompletableFuture<Void> early = signal.reached(new Sequence(1));
        CompletableFuture<Void> late = signal.reached(new Sequence(2));

        signal.followed(head(1));

        assertThat(early).isDone();
        assertThat(late).isNotDone();
    }

    @Test
    void nobodyWaitsForWhatIsThere() {
        signal.followed(head(1));

        assertThat(signal.reached(new Sequence(1))).isDone();
    }

    @Test
    void nobodyWaitsBehindTheEnd() {
        CompletableFuture<Void> before = signal.reached(new Sequence(1));

        signal.end();

        assertThat(List.of(before, signal.reached(new Sequence(2)))).allMatch(CompletableFuture::isDone);
    }

    @Test
    void thoseWhoGaveUpAreForgotten() {
        IntStream.range(0, MANY).forEach(i -> signal.reached(new Sequence(1)).complete(null));

        assertThat(signal.waiting()).isLessThan(MANY / 10);
    }

    @Test
    void thoseWhoWaitAreNot() {
        List<CompletableFuture<Void>> waiting = IntStream.range(0, MANY)
                .mapToObj(i -> signal.reached(new Sequence(1)))
                .toList();

        signal.followed(head(1));

        assertThat(waiting).allMatch(CompletableFuture::isDone);
    }

    private static LedgerHead head(long sequence) {
        return new LedgerHead(new Sequence(sequence), Sha256.of(new byte[0]), 0, LedgerHead.NO_INTAKE);
    }
}
