package io.sealstream.topology;

import io.sealstream.core.event.ChainHash;
import io.sealstream.core.seal.Sealer;
import io.sealstream.core.seal.SealerClock;
import io.sealstream.core.seal.SealerState;
import io.sealstream.core.seal.SealingStep;
import io.sealstream.topology.Degradation.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals the intake from the start of a Streams task to its end, one record at a time. No Kafka client is called here: a
 * time-out that escaped from one would let Streams commit the transaction without its offsets.
 */
final class SealingTask {
    private static final Logger LOG = LoggerFactory.getLogger(SealingTask.class);
    /** Seldom: Streams commits a transaction after each, and a fault of the ledger shows at once by other means. */
    private static final Duration IDLE_CHECK = Duration.ofSeconds(5);

    private static final Duration ADOPTION = Duration.ofMillis(100);

    private final SealingSetup setup;
    private final PolledBatch batch;
    private final ProcessorContext<byte[], byte[]> context;
    private final OutcomeEncoder encoder;
    private final HeadStore heads;
    private final ForwardedEvents forwarded = new ForwardedEvents();
    private final LedgerGuard guard;
    private final Sealer sealer;
    private final List<Cancellable> scheduled = new ArrayList<>();
    private SealerState state;
    private long skipped;

    SealingTask(
            SealingSetup setup,
            HeadStart start,
            LedgerCodecs codecs,
            PolledBatch batch,
            ProcessorContext<byte[], byte[]> context) {
        this.setup = setup;
        this.batch = batch;
        this.context = context;
        this.encoder = new OutcomeEncoder(codecs);
        this.heads = HeadStore.of(context);
        this.guard = new LedgerGuard(setup.ledger(), forwarded, setup.names().sealed());
        HeadStart.Begun begun = start.from(heads.read());
        this.state = begun.state();
        batch.ahead().startBehind(state.head().intakeOffset());
        this.sealer = new Sealer(
                ChainHash.of(state.ledger().hash()),
                eventId -> forwarded.find(eventId).or(() -> setup.ledger().find(eventId)),
                setup.certificates(),
                setup.limits(),
                setup.policy());
        schedule(IDLE_CHECK, () -> guard.check(state.head()));
        if (begun.isAdopted()) {
            schedule(ADOPTION, this::adopt);
        }
        setup.observer().started(state.head());
        LOG.info(
                "sealing {} goes on behind sequence {} and intake offset {}",
                setup.names().ledger(),
                state.head().sequence(),
                state.head().intakeOffset());
    }

    private void schedule(Duration interval, Runnable action) {
        scheduled.add(context.schedule(interval, PunctuationType.WALL_CLOCK_TIME, now -> action.run()));
    }

    /** Nothing of this task happens any more. */
    void end() {
        scheduled.forEach(Cancellable::cancel);
    }

    void process(Record<byte[], byte[]> record) {
        long offset = context.recordMetadata().orElseThrow().offset();
        if (offset <= state.head().intakeOffset()) {
            skip(offset);
        } else {
            guard.check(state.head());
            judge(offset, record);
        }
        if (batch.endsAt(offset)) {
            context.commit();
        }
    }

    /**
     * A record that has its outcome comes again where the group's offset was lost, or the head was adopted. That it is the
     * one that had the outcome, and no new one at the offset of one that was lost, was looked at when the task started.
     */
    private void skip(long offset) {
        setup.observer().skipped();
        if (skipped++ == 0) {
            LOG.info(
                    "intake offset {} has its outcome already, as all up to {} have: skipped",
                    offset,
                    state.head().intakeOffset());
        }
    }

    private void judge(long offset, Record<byte[], byte[]> record) {
        long nowMs = setup.clock().millis();
        SealerClock.objection(state.head(), record.timestamp(), nowMs).ifPresent(objection -> {
            throw new SealingHaltedException(Degradation.clock(objection, offset));
        });
        SealingStep step;
        List<OutcomeEncoder.Encoded> records;
        try {
            step = sealer.seal(state, batch.ahead().decoded(offset, record), nowMs);
            records = encoder.encode(step);
        } catch (RuntimeException | Error e) { // an error ends sealing just as well, but it has to say at which record
            throw new SealingHaltedException(
                    Degradation.at(
                            Reason.UNFORESEEN,
                            "intake offset " + offset + " could not be judged (" + e
                                    + "); this is a bug: report it with that record, and keep the intake as it is",
                            offset),
                    e);
        }
        write(step, records);
        setup.observer().forwarded(offset, record.timestamp(), step.outcome());
    }

    private void write(SealingStep step, List<OutcomeEncoder.Encoded> records) {
        for (OutcomeEncoder.Encoded encoded : records) {
            if (encoded.sealed() != null) {
                forwarded.add(encoded.sealed());
                setup.ledger().written(encoded.sealed(), encoded.record().value());
            }
            context.forward(encoded.record(), encoded.sink());
        }
        state = step.next();
        heads.write(state.head());
    }

    /** An adopted head is written, once, though no record moves it: a put while the task starts is not committed. */
    private void adopt() {
        scheduled.removeLast().cancel();
        heads.write(state.head());
        context.commit();
        LOG.warn(
                "adopted the head {} at intake offset {}",
                state.head().sequence(),
                state.head().intakeOffset());
    }
}
