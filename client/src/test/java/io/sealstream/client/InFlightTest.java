package io.sealstream.client;

import static io.sealstream.client.TestLedger.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.core.seal.RejectedEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InFlightTest {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final InFlight inFlight = new InFlight(new ClientSettings(TIMEOUT, 2));

    @Test
    void anOutcomeIsMatchedByItsOffset() throws InterruptedException {
        Submission first = begin("a");
        Submission second = begin("a");
        inFlight.written(first, 10);
        inFlight.written(second, 11);

        inFlight.seen(rejected(11, "a"));

        assertThat(first.future()).isNotDone();
        assertThat(second.future()).isCompleted();
    }

    @Test
    void anOutcomeThatIsReadBeforeTheOffsetIsKnownIsKept() throws InterruptedException {
        Submission submission = begin("a");
        inFlight.seen(rejected(10, "a"));

        inFlight.written(submission, 10);

        assertThat(submission.future())
                .isCompletedWithValue(new SubmissionOutcome.Rejected(RejectReason.INVALID, "at 10"));
    }

    @Test
    void anEarlyOutcomeOfAnotherRecordWithTheSameIdIsNotOurs() throws InterruptedException {
        Submission submission = begin("a");
        inFlight.seen(rejected(9, "a"));

        inFlight.written(submission, 10);

        assertThat(submission.future()).isNotDone();
    }

    @Test
    void outcomesOfOthersAreForgottenAtOnce() throws InterruptedException {
        Submission submission = begin("a");
        inFlight.seen(rejected(10, "another"));

        inFlight.written(submission, 10);

        assertThat(submission.future()).isNotDone();
    }

    @Test
    void anOutcomeWithoutAnIdIsMatchedByItsOffsetToo() throws InterruptedException {
        Submission submission = begin("a");
        inFlight.written(submission, 10);

        inFlight.seen(rejected(10, null));

        assertThat(submission.future()).isCompleted();
    }

    @Test
    void earlyOutcomesAreForgottenOnceNobodyWaitsForAnOffset() throws InterruptedException {
        Submission first = begin("a");
        Submission other = begin("b");
        inFlight.seen(rejected(10, "a"));
        inFlight.written(first, 9);

        inFlight.written(other, 10);

        assertThat(other.future()).isNotDone();
    }

    @Test
    void moreEarlyOutcomesThanTheWindowHasPlacesAreNotKept() throws InterruptedException {
        Submission submission = begin("a");
        inFlight.seen(rejected(8, "a"));
        inFlight.seen(rejected(9, "a"));
        inFlight.seen(rejected(10, "a"));

        inFlight.written(submission, 10);

        assertThat(submission.future()).isNotDone();
    }

    @Test
    void whoeverGivesUpIsToldWhyOutcomesCannotBeRead() throws InterruptedException {
        Submission submission = begin("a");
        inFlight.troubled("no permission");

        inFlight.expire(System.nanoTime() + TIMEOUT.toNanos());

        assertThat(submission.future().join())
                .isInstanceOfSatisfying(
                        SubmissionOutcome.Unknown.class,
                        unknown -> assertThat(unknown.detail()).contains("no permission"));
    }

    @Test
    void whatIsDueHasAnUnknownOutcomeAndALateOneChangesNothing() throws InterruptedException {
        Submission submission = begin("a");
        inFlight.written(submission, 10);

        inFlight.expire(System.nanoTime() + TIMEOUT.toNanos());
        inFlight.seen(rejected(10, "a"));

        assertThat(submission.future().join()).isInstanceOf(SubmissionOutcome.Unknown.class);
    }

    @Test
    void whatIsNotDueStays() throws InterruptedException {
        Submission submission = begin("a");

        inFlight.expire(System.nanoTime());

        assertThat(submission.future()).isNotDone();
    }

    @Test
    void aFullWindowMakesTheNextOneWait() throws InterruptedException {
        Submission first = begin("a");
        begin("b");
        CompletableFuture<Submission> third = CompletableFuture.supplyAsync(() -> beginUnchecked("c"));
        await().during(Duration.ofMillis(100)).until(() -> !third.isDone());

        inFlight.written(first, 10);
        inFlight.seen(rejected(10, "a"));

        assertThat(third).succeedsWithin(Duration.ofSeconds(10));
    }

    @Test
    void whoeverWaitsForOutcomesSeesWhatDependsOnThem() throws InterruptedException {
        Submission submission = begin("a");
        CompletableFuture<Void> dependent = submission.future().thenAccept(outcome -> {});
        inFlight.written(submission, 10);
        inFlight.seen(rejected(10, "a"));

        inFlight.awaitAll();

        assertThat(dependent).isCompleted();
    }

    @Test
    void afterTheEndAllOutcomesAreUnknownAlsoThoseToCome() throws InterruptedException {
        Submission before = begin("a");

        inFlight.end("no longer read");

        assertThat(before.future()).isCompletedWithValue(new SubmissionOutcome.Unknown("no longer read"));
        assertThat(begin("b").future()).isCompletedWithValue(new SubmissionOutcome.Unknown("no longer read"));
    }

    private Submission begin(String id) throws InterruptedException {
        return inFlight.begin(new CertifiedEvent(event(id), null));
    }

    private Submission beginUnchecked(String id) {
        try {
            return begin(id);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static IntakeOutcome rejected(long offset, @Nullable String id) {
        EventId eventId = id == null ? null : new EventId(id);
        return new IntakeOutcome.Rejected(
                new RejectedEvent(
                        RejectReason.INVALID,
                        "at " + offset,
                        "topic",
                        IntakePosition.at(offset),
                        0,
                        eventId,
                        null,
                        null,
                        null,
                        0,
                        List.of(),
                        List.of()),
                eventId);
    }
}
