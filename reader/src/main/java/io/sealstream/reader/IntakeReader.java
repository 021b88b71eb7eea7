package io.sealstream.reader;

import io.sealstream.core.seal.RejectedEvent;
import io.sealstream.core.verify.IntakeAudit;
import io.sealstream.reader.LedgerUnreadableException.Reason;
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
 */
public final class IntakeReader {
    private final KafkaConnection connection;
    private final LedgerTopicNames names;
    private final Patience patience;
    private final Codec<RejectedEvent> codec = new RejectedEventCodec();

    public IntakeReader(KafkaConnection connection, LedgerTopicNames names, Patience patience) {
        this.connection = connection;
        this.names = names;
        this.patience = patience;
    }

    /**
     * @param audit which knows all sealed records of {@code sealed}
     * @param sealed what was read of the sealed topic
     * @throws LedgerUnreadableException where no broker answers
     */
    public IntakeResult read(IntakeAudit audit, TopicRange sealed) throws LedgerUnreadableException {
        try {
            Outcomes outcomes = new Outcomes(audit);
            if (scan(names.rejected(), outcomes) instanceof ReadResult.Incomplete(String reason)) {
                return new IntakeResult.Incomplete(reason);
            }
            if (end(names.sealed()) != sealed.end()) {
                audit.endAtLastSealed();
            }
            if (scan(names.intake(), record -> audit.committed(record.offset()))
                    instanceof ReadResult.Incomplete(String reason)) {
                return new IntakeResult.Incomplete(reason);
            }
            return new IntakeResult.Complete(outcomes.undecodable);
        } catch (LedgerUnreadableException e) {
            if (e.reason() == Reason.MISSING || e.reason() == Reason.NOT_PERMITTED) {
                return new IntakeResult.NotChecked(String.valueOf(e.getMessage()));
            }
            throw e;
        }
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

    private final class Outcomes implements Consumer<ConsumerRecord<byte[], byte[]>> {
        private final IntakeAudit audit;
        private long undecodable;

        private Outcomes(IntakeAudit audit) {
            this.audit = audit;
        }

        @Override
        public void accept(ConsumerRecord<byte[], byte[]> record) {
            if (record.value() != null
                    && codec.decode(record.value()) instanceof Decoding.Decoded<RejectedEvent>(RejectedEvent event)) {
                audit.rejected(event.intakeTopicId(), event.intake().offset());
            } else {
                undecodable++;
            }
        }
    }
}
