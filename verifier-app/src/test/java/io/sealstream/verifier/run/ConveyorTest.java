package io.sealstream.verifier.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConveyorTest {
    private final Conveyor<String> conveyor = new Conveyor<>(2, 100);
    private final Thread putting = new Thread(() -> {
        conveyor.put("c", 1);
        conveyor.put("d", 1);
    });

    @AfterEach
    void end() throws InterruptedException {
        conveyor.abandon();
        putting.join();
    }

    @Test
    void piecesComeInTheirOrderUpToTheEnd() {
        conveyor.put("a", 1);
        conveyor.put("b", 1);
        conveyor.end();

        List<Optional<String>> taken = List.of(conveyor.take(), conveyor.take(), conveyor.take());

        assertThat(taken).containsExactly(Optional.of("a"), Optional.of("b"), Optional.empty());
    }

    @Test
    void whoeverPutsWaitsForRoom() {
        conveyor.put("a", 1);
        conveyor.put("b", 1);
        putting.start();
        awaitWaiting();

        List<String> taken = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            taken.add(conveyor.take().orElseThrow());
        }

        assertThat(taken).containsExactly("a", "b", "c", "d");
    }

    @Test
    void whatIsLargeTakesTheRoomOfMany() {
        conveyor.put("large", 100);
        putting.start();
        awaitWaiting();

        assertThat(conveyor.take()).contains("large");
    }

    @Test
    void anInterruptEndsNoWaitingAndIsNotLost() {
        conveyor.put("a", 1);
        CompletableFuture<Boolean> wasInterrupted = new CompletableFuture<>();
        Thread interrupted = new Thread(() -> {
            conveyor.put("b", 1);
            conveyor.put("c", 1);
            wasInterrupted.complete(Thread.currentThread().isInterrupted());
        });
        interrupted.start();
        Awaitility.await().until(() -> interrupted.getState() == Thread.State.WAITING);
        interrupted.interrupt();

        assertThat(conveyor.take()).contains("a");
        assertThat(wasInterrupted).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(true);
    }

    @Test
    void nobodyWaitsForWhatWasAbandoned() {
        conveyor.put("a", 1);
        conveyor.put("b", 1);
        putting.start();
        awaitWaiting();

        conveyor.abandon();

        assertThat(conveyor.take()).isEmpty();
        Awaitility.await().until(() -> !putting.isAlive());
    }

    private void awaitWaiting() {
        Awaitility.await().until(() -> putting.getState() == Thread.State.WAITING);
    }
}
