package io.sealstream.gateway.submit;

import io.sealstream.client.EventSigner;
import io.sealstream.core.control.Certification;
import io.sealstream.core.seal.KeyRegister;
import io.sealstream.gateway.access.AccessList;
import io.sealstream.gateway.access.Caller;
import io.sealstream.gateway.health.GatewayStatus;
import io.sealstream.gateway.limit.CallRates;
import io.sealstream.gateway.read.LedgerReads;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes submissions to their answers. Nothing here waits on the caller's thread. What depends on an answer runs on threads
 * of the client and must be quick.
 */
public final class Submitter implements AutoCloseable {
    private final SubmissionCheck check;
    private final Dispatch dispatch;
    private final SubmitLimits limits;
    private final InstantSource clock;
    private final SendQueue queue;
    private final ByteBudget budget;
    private final SubmitObserver observer;

    /**
     * @param rates how often each caller may submit
     * @param access what each caller may submit
     * @param certification of the ledger
     * @param keys that are registered now
     * @param signer certifies for callers who are known by a certificate; null where nothing does
     */
    public Submitter(
            Outbound outbound,
            LedgerReads reads,
            Supplier<GatewayStatus> status,
            CallRates rates,
            AccessList access,
            Certification certification,
            Supplier<KeyRegister> keys,
            @Nullable EventSigner signer,
            SubmitLimits limits,
            InstantSource clock,
            SubmitObserver observer) {
        this.check = new SubmissionCheck(
                rates,
                new Admittance(status),
                access,
                new CertificateReading(certification, keys),
                new OnBehalf(signer),
                limits);
        this.dispatch = new Dispatch(outbound, reads, clock);
        this.limits = limits;
        this.clock = clock;
        this.queue = new SendQueue(limits.maxWaiting());
        this.budget = new ByteBudget(limits.maxBytes());
        this.observer = observer;
    }

    /** The answer comes at the latest when its deadline and the time-out for outcomes are over. It never fails. */
    public CompletableFuture<Answer> submit(Submission submission) {
        long receivedNanos = System.nanoTime();
        CompletableFuture<Answer> answer = switch (check.check(submission)) {
            case SubmissionCheck.Result.Refused refused -> CompletableFuture.completedFuture(refused.answer());
            case SubmissionCheck.Result.Sound sound -> submit(sound, receivedNanos);
        };
        var unused = answer.thenAccept(
                given -> observer.answered(given, Duration.ofNanos(System.nanoTime() - receivedNanos)));
        return answer;
    }

    /** The answer to what is no submission, for {@code detail}. */
    public Answer.Refused unreadable(Caller caller, String detail) {
        return check.unreadable(caller, detail);
    }

    private CompletableFuture<Answer> submit(SubmissionCheck.Result.Sound sound, long receivedNanos) {
        long bytes = ByteBudget.of(sound.event());
        if (!budget.take(bytes)) {
            return CompletableFuture.completedFuture(Answer.Refused.queueFull());
        }
        Attempt attempt = Attempt.begin(
                sound.event(),
                clock.instant().plus(sound.deadline()),
                receivedNanos,
                sound.deadline().plus(limits.outcomeTimeout()),
                () -> budget.giveBack(bytes));
        if (!queue.offer(() -> dispatch.send(attempt))) {
            attempt.endUnsent(Answer.Refused.queueFull());
        }
        return attempt.answer();
    }

    /** How many wait to be sent. */
    public int waiting() {
        return queue.waiting();
    }

    /** What waits is still sent; nothing more is taken. */
    @Override
    public void close() {
        queue.close();
    }
}
