package io.sealstream.soak;

import io.sealstream.client.LedgerClient;
import io.sealstream.client.SubmissionOutcome;
import java.io.IOException;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * One of those who submit. It has many submissions under way at once, waits where the window is full, sends some of what
 * stayed unknown again, and now and then leaves without waiting for its answers and comes back. One call at a time.
 */
final class Submitter implements AutoCloseable {
    private static final int LEAVES_ONCE_IN = 500;

    private final String name;
    private final SoakLedger ledger;
    private final Drafts drafts;
    private final Recorder recorder;
    private final Tally tally;
    private final Random random;
    private final Queue<Draft> unknown = new ConcurrentLinkedQueue<>();
    private @Nullable LedgerClient client;

    Submitter(String name, SoakLedger ledger, Drafts drafts, Recorder recorder, Tally tally, Random random) {
        this.name = name;
        this.ledger = ledger;
        this.drafts = drafts;
        this.recorder = recorder;
        this.tally = tally;
        this.random = random;
    }

    /** @return fails where a submission ends without an outcome */
    CompletableFuture<?> submitNext() throws InterruptedException {
        LedgerClient open = open();
        if (open == null) {
            return CompletableFuture.completedFuture(null);
        }
        Draft draft = next();
        var submitted = recorder.submit(open, name, draft).thenAccept(outcome -> {
            if (outcome instanceof SubmissionOutcome.Unknown) {
                unknown.add(draft);
            }
        });
        if (random.nextInt(LEAVES_ONCE_IN) == 0) {
            close();
        }
        return submitted;
    }

    private Draft next() {
        Draft again = random.nextInt(4) == 0 ? unknown.poll() : null;
        if (again == null) {
            return drafts.next();
        }
        tally.count(Tally.UNKNOWN_SENT_AGAIN);
        return again;
    }

    /** Null where the brokers cannot be asked right now. */
    private @Nullable LedgerClient open() {
        if (client == null) {
            try {
                client = ledger.client();
            } catch (IOException e) {
                tally.count("client not opened");
            }
        }
        return client;
    }

    /** What it has sent goes out, and is not waited for. */
    @Override
    public void close() {
        if (client != null) {
            client.close();
            client = null;
        }
    }
}
