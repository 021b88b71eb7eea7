package io.sealstream.reader;

import io.sealstream.core.Bytes;
import io.sealstream.core.seal.RejectedEvent;
import io.sealstream.core.verify.IntakeAudit;
import io.sealstream.schema.Codec;
import io.sealstream.schema.Decoding;
import io.sealstream.schema.RejectedEventCodec;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads the rejected topic and the intake for an audit, which has had the sealed records before.
 *
 * <p>The order matters while the sealer works. Outcomes of one transaction go to two topics, so an end that is fixed in
 * one of them says nothing about the other until that transaction has ended, which it has when a committed reader is past
 * it. So sealed records are read first, to their end; then the rejected ones; and where the sealed topic has grown
 * meanwhile, the audit ends with the last sealed record that it knows.
 *
 * <p>Whoever dropped events may delete what would show it while the ledger is being read. So a topic that is gone, or an
 * intake that was made anew, leaves the audit incomplete.
 */
public final class IntakeReader {
    private final KafkaConnection connection;
    private final LedgerTopicNames names;
    private final Patience patience;
    private final String intakeTopicId;
    private final Codec<RejectedEvent> codec = new RejectedEventCodec();

    /** @param intakeTopicId the intake's, as it was when the audit began: it must be the same when the intake was read */
    public IntakeReader(KafkaConnection connection, LedgerTopicNames names, Patience patience, String intakeTopicId) {
        this.connection = connection;
        this.names = names;
        this.patience = patience;
        this.intakeTopicId = intakeTopicId;
    }

    /**
     * @param audit which knows all sealed records of {@code sealed}
     * @param sealed what was read of the sealed topic
     * @throws LedgerUnreadableException where no broker answers
     */
    public IntakeResult read(IntakeAudit audit, TopicRange sealed) throws LedgerUnreadableException {
        try {
            return readBoth(audit, sealed);
        } catch (LedgerUnreadableException e) {
            return switch (e.reason()) {
                case NOT_PERMITTED -> new IntakeResult.NotChecked(String.valueOf(e.getMessage()));
                case MISSING -> new IntakeResult.Incomplete(String.valueOf(e.getMessage()));
                case UNREACHABLE, OTHER -> throw e;
            };
        }
    }

    private IntakeResult readBoth(IntakeAudit audit, TopicRange sealed) throws LedgerUnreadableException {
        if (scan(names.rejected(), record -> tell(audit, record)) instanceof ReadResult.Incomplete(String reason)) {
            return new IntakeResult.Incomplete(reason);
        }
        if (end(names.sealed()) != sealed.end()) {
            audit.endAtLastSealed();
        }
        if (scan(names.intake(), record -> audit.committed(record.offset(), key(record)))
                instanceof ReadResult.Incomplete(String reason)) {
            return new IntakeResult.Incomplete(reason);
        }
        String now = intakeTopicId();
        return now.equals(intakeTopicId)
                ? new IntakeResult.Complete()
                : new IntakeResult.Incomplete(
                        names.intake() + " was made anew while the ledger was read: its topic id is " + now
                                + ", and was " + intakeTopicId);
    }

    private void tell(IntakeAudit audit, ConsumerRecord<byte[], byte[]> record) {
        if (record.value() != null
                && codec.decode(record.value()) instanceof Decoding.Decoded<RejectedEvent>(RejectedEvent event)) {
            Bytes key = event.key();
            audit.rejected(event.intakeTopicId(), event.intake().offset(), key == null ? Bytes.EMPTY : key);
        } else {
            audit.unread(key(record));
        }
    }

    private static Bytes key(ConsumerRecord<byte[], byte[]> record) {
        byte[] key = record.key();
        return key == null ? Bytes.EMPTY : Bytes.wrap(key);
    }

    private ReadResult scan(String topic, Consumer<ConsumerRecord<byte[], byte[]>> sink)
            throws LedgerUnreadableException {
        try (TopicScan scan = TopicScan.open(connection, topic, patience)) {
            return scan.read(sink);
        }
    }

    private long end(String topic) throws LedgerUnreadableException {
        try (TopicInspector inspector = new TopicInspector(connection, patience.stall())) {
            return inspector.range(topic).end();
        }
    }

    private String intakeTopicId() throws LedgerUnreadableException {
        try (TopicInspector inspector = new TopicInspector(connection, patience.stall())) {
            return inspector.topicId(names.intake());
        }
    }
}
