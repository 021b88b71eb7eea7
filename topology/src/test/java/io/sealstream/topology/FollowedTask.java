package io.sealstream.topology;

import io.sealstream.core.control.Certification;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.RejectedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.api.Record;

/** A task of a ledger that requires certificates, what it polls and commits, and its follower, which a test lets go on. */
final class FollowedTask {
    static final String SEALED = "SEALED";

    private final TestLedger ledger = new TestLedger(Certification.REQUIRED);
    private final TaskHarness task;
    private final List<Record<byte[], byte[]>> intake = new ArrayList<>();
    private int processed;
    private int followed;

    /** @param cores what works ahead */
    FollowedTask(Executor cores) {
        task = new TaskHarness(ledger).withCores(cores).start();
    }

    void poll(List<Record<byte[], byte[]>> records) {
        List<ConsumerRecord<byte[], byte[]>> polled = new ArrayList<>();
        for (Record<byte[], byte[]> record : records) {
            polled.add(new ConsumerRecord<>("ledger.intake", 0, intake.size(), record.key(), record.value()));
            intake.add(record);
        }
        task.polled(polled);
    }

    /** The next {@code count} of what was polled, which are then committed. */
    void process(int count) {
        for (int end = processed + count; processed < end; processed++) {
            task.process(processed, intake.get(processed));
        }
        task.commit();
    }

    /** Nobody hears of {@code records} before their turn, so that nobody can look ahead. */
    void processUnannounced(List<Record<byte[], byte[]>> records) {
        intake.addAll(records);
        process(records.size());
    }

    /** Lets the follower read up to {@code count} more of what is committed. */
    void follow(int count) {
        int end = Math.min(followed + count, task.committedSealed.size());
        task.committedSealed.subList(followed, end).forEach(ledger.follower::fold);
        followed = end;
    }

    /** What became of each record of the intake: it was sealed, or why not. */
    List<String> outcomes() {
        String[] outcomes = new String[processed];
        for (SealedEvent sealed : task.committedSealed) {
            outcomes[(int) sealed.intake().offset()] = SEALED;
        }
        for (RejectedEvent rejected : task.committedRejected) {
            outcomes[(int) rejected.intake().offset()] = rejected.reason().name();
        }
        return List.of(outcomes);
    }

    List<SealedEvent> sealed() {
        return task.committedSealed;
    }

    List<RejectedEvent> rejected() {
        return task.committedRejected;
    }
}
