package io.sealstream.client;

import io.sealstream.client.lines.BadLineException;
import io.sealstream.client.lines.EventLine;
import io.sealstream.client.lines.EventLines;
import io.sealstream.command.Progress;
import io.sealstream.core.event.CertifiedEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Submits events in groups, in their order, and waits for every outcome. */
final class SubmissionRun {
    private final LedgerClient client;
    private final EventSigner signer;
    private final int groupSize;
    private final @Nullable Duration deadline;
    private final Tally tally;
    private final Progress progress;
    private long read;
    private boolean ended;

    /**
     * @param groupSize events that are certified together; fewer where the next one is not there yet
     * @param deadline of each attempt, from when it is sent; or null
     */
    SubmissionRun(
            LedgerClient client,
            EventSigner signer,
            int groupSize,
            @Nullable Duration deadline,
            Tally tally,
            Progress progress) {
        this.client = client;
        this.signer = signer;
        this.groupSize = groupSize;
        this.deadline = deadline;
        this.tally = tally;
        this.progress = progress;
    }

    /**
     * Submits until the end, or until an outcome stays unknown.
     *
     * @throws BadLineException where a line is no event; what came before it was submitted, unless an outcome is
     *     unknown
     */
    void run(EventLines lines) throws IOException, BadLineException, InterruptedException {
        List<EventLine> group = new ArrayList<>(groupSize);
        try {
            Optional<EventLine> next = lines.next();
            for (; next.isPresent() && !tally.isStuck(); next = lines.next()) {
                read++;
                group.add(next.get());
                if (group.size() == groupSize || !lines.isReady()) {
                    submit(group);
                    group.clear();
                }
            }
            ended = next.isEmpty();
        } finally {
            submit(group);
            client.awaitOutcomes();
        }
    }

    /** Whether all there is was read. */
    boolean hasEnded() {
        return ended;
    }

    /** Events that were read and not submitted, because an outcome before them is unknown. */
    long held() {
        return read - tally.counts().submitted();
    }

    private void submit(List<EventLine> group) throws InterruptedException {
        List<CertifiedEvent> certified =
                signer.sign(group.stream().map(EventLine::event).toList());
        for (int i = 0; i < group.size() && !tally.isStuck(); i++) {
            long line = group.get(i).number();
            tally.submitted();
            var unused = send(certified.get(i)).whenComplete((outcome, failure) -> count(line, outcome, failure));
        }
    }

    private CompletableFuture<SubmissionOutcome> send(CertifiedEvent event) throws InterruptedException {
        return deadline == null ? client.submit(event) : client.submitWithin(event, deadline);
    }

    private void count(long line, @Nullable SubmissionOutcome outcome, @Nullable Throwable failure) {
        if (outcome != null) {
            tally.add(line, outcome);
        } else if (failure != null) {
            tally.failed(failure);
        }
        progress.add(1);
    }
}
