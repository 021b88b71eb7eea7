package io.sealstream.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.client.LedgerClient;
import io.sealstream.core.Hash;
import io.sealstream.core.event.Certifier;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Several submitters, each on a thread; whoever had to wait makes up for it. */
final class Load implements AutoCloseable {
    private static final int SUBMITTERS = 4;
    private static final int EVERY_MS = 8;

    private final List<Submitter> submitters = new ArrayList<>();
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(SUBMITTERS);

    Load(SoakLedger ledger, Recorder recorder, Tally tally, long seed) throws IOException {
        Certifier certifier = new Certifier(ledgerId(ledger), ledger.submittersKey());
        for (int i = 0; i < SUBMITTERS; i++) {
            Random random = new Random(seed * SUBMITTERS + i);
            Drafts drafts = new Drafts("s" + i, certifier, random);
            submitters.add(new Submitter("s" + i, ledger, drafts, recorder, tally, random));
        }
    }

    private static Hash ledgerId(SoakLedger ledger) throws IOException {
        try (LedgerClient client = ledger.client()) {
            return client.ledgerId();
        }
    }

    void start() {
        for (Submitter submitter : submitters) {
            var unused = threads.scheduleAtFixedRate(() -> turn(submitter), 0, EVERY_MS, TimeUnit.MILLISECONDS);
        }
    }

    private void turn(Submitter submitter) {
        try {
            var unused = submitter.submitNext().whenComplete((done, cause) -> {
                if (cause != null) {
                    failure.completeExceptionally(cause);
                }
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure.completeExceptionally(e);
            throw e;
        }
    }

    /** Lets it work for that long; fails where a submission fails meanwhile, in whatever way is no outcome. */
    void work(Duration time) throws InterruptedException {
        try {
            failure.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            assertThat(failure).as("no submission has failed").isNotDone();
        } catch (ExecutionException e) {
            throw new AssertionError("a submission failed", e);
        }
    }

    /** Ends it. Answers that are still to come stay unknown. */
    @Override
    public void close() throws InterruptedException {
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES))
                .as("all submitters ended")
                .isTrue();
        submitters.forEach(Submitter::close);
    }
}
