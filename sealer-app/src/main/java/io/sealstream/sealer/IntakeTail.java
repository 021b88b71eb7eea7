package io.sealstream.sealer;

import io.sealstream.core.Bytes;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Event;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.core.seal.RejectedEvent;
import io.sealstream.follower.Followed;
import io.sealstream.follower.LedgerView;
import io.sealstream.reader.CommittedRecords;
import io.sealstream.reader.FirstCommitted;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.TopicRange;
import io.sealstream.schema.CertifiedEventCodec;
import io.sealstream.schema.Decoding;
import io.sealstream.schema.RejectedEventCodec;
import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Whether the intake still holds the record that the last outcome is about. A log that has lost its end, as in a power cut
 * of a single broker, gives the lost offsets to new records; these would be taken for records that have an outcome, and be
 * skipped. What is lost is always a whole end, so this one record answers for all before it.
 */
final class IntakeTail {
    private final LedgerTopicNames names;
    private final LedgerTopics topics;
    private final KafkaConnection connection;
    private final Duration timeout;
    private final LedgerView ledger;

    IntakeTail(SealerConfig config, LedgerTopics topics, KafkaConnection connection, LedgerView ledger) {
        this.names = config.names();
        this.topics = topics;
        this.connection = connection;
        this.timeout = config.connection().timeout();
        this.ledger = ledger;
    }

    /**
     * That it was lost, and what helps; empty where it is there, or was deleted from the log's start.
     *
     * @param head whose intake offset is that of the last outcome
     * @param log the intake's
     */
    Optional<String> lost(LedgerHead head, TopicRange log) throws LedgerUnreadableException {
        long last = head.intakeOffset();
        if (last < log.start()) {
            return Optional.empty();
        }
        if (last >= log.end()) {
            return Optional.of(advised("ends at offset " + log.end() + ", but " + last + " has an outcome"));
        }
        Optional<ConsumerRecord<byte[], byte[]>> record =
                FirstCommitted.in(connection, names.intake(), new TopicRange(last, last + 1), timeout);
        return record.isPresent() && fitsItsOutcome(record.get())
                ? Optional.empty()
                : Optional.of(advised("has another record at offset " + last + " than the one that has its outcome"));
    }

    private String advised(String what) {
        return names.intake() + " " + what
                + ": it lost its end, and what is written there now would be skipped as if it"
                + " had an outcome. Delete it and make it anew, start with --adopt-head until a"
                + " sealstream.topic.replaced is sealed, and have producers submit again what has no outcome"
                + " (docs/operations.md, INTAKE_LOST)";
    }

    private boolean fitsItsOutcome(ConsumerRecord<byte[], byte[]> record) throws LedgerUnreadableException {
        Followed followed = ledger.followed();
        return followed.intakeOffsetIn(topics) == record.offset()
                ? fitsTheSealed(record, followed.head())
                : fitsTheRejected(record);
    }

    /** As the last record, or as the one before where a policy note stands behind it. */
    private boolean fitsTheSealed(ConsumerRecord<byte[], byte[]> record, LedgerHead last) {
        if (record.value() == null
                || !(new CertifiedEventCodec().decode(record.value())
                        instanceof Decoding.Decoded<CertifiedEvent>(CertifiedEvent certified))) {
            return false;
        }
        Event event = certified.event();
        return ledger.find(event.eventId())
                .filter(entry -> entry.eventDigest().equals(event.digest()))
                .filter(entry -> entry.sequence().value() >= last.sequence().value() - 1)
                .isPresent();
    }

    /** An outcome that is no longer there, since the rejected topic may be cut too, contradicts nothing. */
    private boolean fitsTheRejected(ConsumerRecord<byte[], byte[]> record) throws LedgerUnreadableException {
        Optional<ConsumerRecord<byte[], byte[]>> last = lastRejected();
        if (last.isEmpty()
                || last.get().value() == null
                || !(new RejectedEventCodec().decode(last.get().value())
                        instanceof Decoding.Decoded<RejectedEvent>(RejectedEvent rejected))
                || !rejected.intakeTopicId().equals(topics.intakeTopicId())
                || rejected.intake().offset() != record.offset()) {
            return true;
        }
        int length = record.value() == null ? 0 : record.value().length;
        return length == rejected.valueLength()
                && beginsWith(record.key(), rejected.key())
                && beginsWith(record.value(), rejected.value());
    }

    private Optional<ConsumerRecord<byte[], byte[]>> lastRejected() throws LedgerUnreadableException {
        try (CommittedRecords records = CommittedRecords.open(connection, names.rejected(), timeout)) {
            return records.last();
        }
    }

    private static boolean beginsWith(byte @Nullable [] whole, @Nullable Bytes cut) {
        if (whole == null || cut == null) {
            return whole == null && cut == null;
        }
        return Bytes.wrap(whole).cutAt(cut.length()).equals(cut);
    }
}
