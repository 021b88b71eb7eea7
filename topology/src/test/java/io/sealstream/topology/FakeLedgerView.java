package io.sealstream.topology;

import io.sealstream.core.Sequence;
import io.sealstream.core.control.ControlEvent;
import io.sealstream.core.control.ControlPayload;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.KeyRegister;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.core.seal.LedgerSettings;
import io.sealstream.follower.Followed;
import io.sealstream.follower.FollowerFault;
import io.sealstream.follower.LedgerView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A follower on a lead: it has folded what the test let it see of the sealed topic, and nothing more. */
final class FakeLedgerView implements LedgerView {
    final List<Duration> waits = new ArrayList<>();
    private final Map<EventId, Entry> index = new HashMap<>();
    private final LedgerSettings settings;
    private Followed followed;
    private long position;
    private @Nullable FollowerFault fault;
    private @Nullable RuntimeException failure;
    private Runnable whileWaiting = () -> {};
    private Runnable afterWaiting = () -> {};

    FakeLedgerView(SealedEvent genesisRecord, Genesis genesis) {
        settings = LedgerSettings.of(genesisRecord, genesis);
        followed = new Followed(
                LedgerHead.atGenesis(genesisRecord.eventHash(), genesisRecord.sealedAtMs()),
                KeyRegister.of(genesis),
                genesis.topics());
        remember(genesisRecord);
    }

    void fold(SealedEvent record) {
        KeyRegister keys = followed.keys();
        if (record.event().eventType().isControl()
                && ControlPayload.read(record.event()) instanceof ControlPayload.Valid(ControlEvent control)) {
            keys = keys.replay(control);
        }
        remember(record);
        followed = new Followed(headAt(record), keys, followed.named());
    }

    /** As if the newest sealstream.topic.replaced, or the genesis, named {@code topics}. */
    void name(LedgerTopics topics) {
        followed = new Followed(followed.head(), followed.keys(), topics);
    }

    static LedgerHead headAt(SealedEvent record) {
        return new LedgerHead(
                record.sequence(),
                record.eventHash(),
                record.sealedAtMs(),
                record.intake().offset());
    }

    /** Claims to have followed up to {@code head}, whatever is in the topic. */
    void pretend(LedgerHead head) {
        followed = new Followed(head, followed.keys(), followed.named());
    }

    void latch(FollowerFault found) {
        fault = found;
    }

    void failToFind(@Nullable RuntimeException thrown) {
        failure = thrown;
    }

    /** What happens while somebody waits: the fake has no time of its own. */
    void whileWaiting(Runnable action) {
        whileWaiting = action;
    }

    /** What happens when somebody has waited in vain. */
    void afterWaiting(Runnable action) {
        afterWaiting = action;
    }

    @Override
    public Optional<Entry> find(EventId eventId) {
        if (failure != null) {
            throw failure;
        }
        return Optional.ofNullable(index.get(eventId));
    }

    @Override
    public void written(SealedEvent event, byte[] value) {}

    @Override
    public LedgerSettings settings() {
        return settings;
    }

    @Override
    public Followed followed() {
        return followed;
    }

    @Override
    public long position() {
        return position;
    }

    /** As if everything before {@code offset} was followed. */
    void moveTo(long offset) {
        position = offset;
    }

    @Override
    public Optional<FollowerFault> fault() {
        return Optional.ofNullable(fault);
    }

    @Override
    public boolean awaitPosition(long offset, Duration timeout) {
        return fault == null && position >= offset;
    }

    @Override
    public boolean awaitSequence(Sequence sequence, Duration timeout) throws InterruptedException {
        waits.add(timeout);
        whileWaiting.run();
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        boolean reached = fault == null && followed.head().sequence().compareTo(sequence) >= 0;
        if (!reached) {
            afterWaiting.run();
        }
        return reached;
    }

    private void remember(SealedEvent record) {
        index.put(
                record.event().eventId(),
                new Entry(record.sequence(), record.event().digest()));
    }
}
