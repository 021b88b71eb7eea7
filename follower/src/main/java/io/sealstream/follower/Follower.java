package io.sealstream.follower;

import io.sealstream.core.Sequence;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.LedgerSettings;
import io.sealstream.follower.FollowerFault.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows {@code L.sealed} with a thread of its own, from where it was when it last ran. An outage is no fault: it keeps
 * trying, and {@link #status} says so.
 */
public final class Follower implements LedgerView, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

    private final StateDirectory directory;
    private final IndexStore store;
    private final WrittenRecords written;
    private final FollowerBoard board;
    private final FollowLoop loop;
    private final Thread thread;
    private FollowerListener listener = FollowerListener.NONE;

    private Follower(
            FollowerConfig config,
            StateDirectory directory,
            IndexStore store,
            WrittenRecords written,
            CheckedFold fold) {
        this.directory = directory;
        this.written = written;
        this.store = store;
        this.board = new FollowerBoard(fold.snapshot().orElse(null), fold.next().offset());
        this.loop = new FollowLoop(config, fold, board);
        this.thread = new Thread(this::follow, "follower-" + config.names().ledger());
        thread.setDaemon(true);
    }

    /**
     * Opens the state directory; nothing is followed yet, but what was folded before can be looked up. A store that is
     * damaged is set aside, and built anew from the topic.
     *
     * @throws StateDirectoryException where another process works in it, it is another ledger's, or can't be written
     */
    public static Follower open(FollowerConfig config) {
        StateDirectory directory = StateDirectory.open(config.directory(), Identity.of(config), config.start());
        try {
            Follower follower = openStore(config, directory);
            follower.requireSameTopic(config);
            return follower;
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static Follower openStore(FollowerConfig config, StateDirectory directory) {
        try {
            return replay(config, directory);
        } catch (StoreException e) {
            if (!e.isDamaged()) {
                throw new StateDirectoryException.Unusable(config.directory(), e);
            }
            directory.setAside(String.valueOf(e.getMessage()));
        }
        try {
            return replay(config, directory);
        } catch (StoreException e) {
            throw new StateDirectoryException.Unusable(config.directory(), e);
        }
    }

    private static Follower replay(FollowerConfig config, StateDirectory directory) {
        IndexStore store = IndexStore.open(directory.database());
        try {
            WrittenRecords written = new WrittenRecords();
            return new Follower(config, directory, store, written, StoreReplay.of(store, written, config));
        } catch (RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private void requireSameTopic(FollowerConfig config) {
        String before = directory.before().sealedTopicId();
        String now = config.topics().sealedTopicId();
        if (!before.equals(now)) {
            board.latch(new FollowerFault(
                    Reason.TOPIC_LOST,
                    board.snapshot().map(s -> s.followed().head().sequence()).orElse(null),
                    null,
                    config.names().sealed() + " has the topic id " + now + ", and " + before
                            + " was followed before: it was deleted and made anew"));
        }
    }

    /** Starts to follow. Once. */
    public void start() {
        start(FollowerListener.NONE);
    }

    /** As {@link #start()}, and tells {@code told} what it does. */
    public void start(FollowerListener told) {
        listener = told;
        thread.start();
    }

    /** Calls {@code listener} once, on whichever thread meets the fault; at once where there is one already. */
    public void onFault(Consumer<FollowerFault> listener) {
        board.onFault(listener);
    }

    /**
     * Waits until all is followed that was committed when {@link #start} was called, before the oldest transaction that was
     * open then.
     *
     * @return false where it is not after {@code timeout}, or a fault was met before
     */
    public boolean awaitCommitted(Duration timeout) throws InterruptedException {
        return board.await(() -> board.status().hasFollowedCommitted(), timeout);
    }

    /**
     * Waits until the end is passed that the topic had when {@link #start} was called, as its high watermark: an open
     * transaction can hold it back.
     *
     * @return false where it is not after {@code timeout}, or a fault was met before
     */
    public boolean awaitCaughtUp(Duration timeout) throws InterruptedException {
        return board.await(() -> board.status().isCaughtUp(), timeout);
    }

    public FollowerStatus status() {
        return board.status();
    }

    /** Whether no record was followed yet, not even the genesis. */
    public boolean isEmpty() {
        return board.snapshot().isEmpty();
    }

    @Override
    public Optional<Entry> find(EventId eventId) {
        return ask(() -> store.find(eventId));
    }

    /**
     * The record at {@code sequence}, as it was checked and kept: committed for certain.
     *
     * @return empty where it was not followed yet, or records are not kept
     */
    public Optional<SealedEvent> record(Sequence sequence) {
        return ask(() -> store.record(sequence));
    }

    /** As {@link #record}, from {@code first} on, in their order, {@code limit} at most. */
    public List<SealedEvent> records(Sequence first, int limit) {
        return ask(() -> store.records(first, limit));
    }

    private <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (StoreException e) {
            failed(e);
            throw e;
        }
    }

    @Override
    public void written(SealedEvent event, byte[] value) {
        written.add(event, value);
    }

    @Override
    public LedgerSettings settings() {
        return snapshot().settings();
    }

    @Override
    public Followed followed() {
        return snapshot().followed();
    }

    private LedgerSnapshot snapshot() {
        return board.snapshot()
                .orElseThrow(() -> new IllegalStateException("no genesis was followed yet; wait for it, or run init"));
    }

    @Override
    public long position() {
        return board.status().offset();
    }

    @Override
    public Optional<FollowerFault> fault() {
        return board.fault();
    }

    @Override
    public boolean awaitSequence(Sequence sequence, Duration timeout) throws InterruptedException {
        return board.await(() -> isAt(sequence), timeout);
    }

    @Override
    public boolean awaitPosition(long offset, Duration timeout) throws InterruptedException {
        return board.await(() -> board.status().offset() >= offset, timeout);
    }

    private boolean isAt(Sequence sequence) {
        return board.snapshot()
                .filter(s -> s.followed().head().sequence().compareTo(sequence) >= 0)
                .isPresent();
    }

    private void follow() {
        try {
            loop.run(listener);
        } catch (RuntimeException | Error e) {
            LOG.error("the follower failed", e);
            failed(e);
        }
    }

    private void failed(Throwable e) {
        String detail = "the follower failed: " + e;
        if (e instanceof StoreException store && store.isDamaged()) {
            directory.markForRebuild();
            detail += "; its store is built anew at the next start";
        }
        board.latch(new FollowerFault(
                Reason.FAILED,
                board.snapshot().map(s -> s.followed().head().sequence()).orElse(null),
                null,
                detail));
    }

    /** Asks it to stop following; whoever waits for it gets false. */
    public void stop() {
        loop.stop();
        board.stop();
    }

    /** Stops following and closes the store; what was followed stays. */
    @Override
    public void close() {
        close(STOP_LIMIT);
    }

    /** As {@link #close()}, and waits at most {@code limit} for the question that it may be at. */
    public void close(Duration limit) {
        stop();
        if (hasEnded(limit)) {
            store.close();
            directory.close();
        } else {
            LOG.warn("the following thread did not end in {} ms; its store stays open", limit.toMillis());
        }
    }

    private boolean hasEnded(Duration limit) {
        try {
            return thread.getState() == Thread.State.NEW || thread.join(limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
