package io.sealstream.reader;

import io.sealstream.core.verify.LedgerRecord;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A ledger as its topic has it. The end is the topic's high watermark when the reader was opened. */
public final class TopicLedgerReader implements LedgerReader {
    private final TopicScan scan;
    private TopicRange wanted;
    private final SealedRecordDecoder decoder = new SealedRecordDecoder();

    private TopicLedgerReader(TopicScan scan) {
        this.scan = scan;
        this.wanted = scan.range();
    }

    /** @throws LedgerUnreadableException where there is no broker, no topic or no permission */
    public static TopicLedgerReader open(KafkaConnection connection, LedgerTopicNames names, Patience patience)
            throws LedgerUnreadableException {
        return new TopicLedgerReader(TopicScan.open(connection, names.sealed(), patience));
    }

    /** What there is to read. */
    public TopicRange range() {
        return scan.range();
    }

    /** How many offsets {@link #read} goes through. */
    public long remaining() {
        return wanted.end() - wanted.start();
    }

    /**
     * The record at {@code offset}. Empty where a committed reader sees none there.
     *
     * @throws LedgerUnreadableException where reading stopped before that was known
     */
    public Optional<LedgerRecord> at(long offset) throws LedgerUnreadableException {
        return scan.find(new TopicRange(offset, offset + 1), record -> true).map(decoder::decode);
    }

    /** Lets {@link #read} begin behind the record at {@code offset}. */
    public void startBehind(long offset) {
        wanted = new TopicRange(offset + 1, range().end());
    }

    @Override
    public ReadResult readStored(Consumer<StoredRecord> sink) throws LedgerUnreadableException {
        return scan.read(wanted, record -> {
            sink.accept(new InTopic(decoder, record));
            return false;
        });
    }

    @Override
    public ReadProgress progress() {
        return scan.progress();
    }

    private record InTopic(SealedRecordDecoder decoder, ConsumerRecord<byte[], byte[]> record) implements StoredRecord {
        @Override
        public long size() {
            return (long) Math.max(record.serializedKeySize(), 0) + Math.max(record.serializedValueSize(), 0);
        }

        @Override
        public LedgerRecord decode() {
            return decoder.decode(record);
        }
    }

    @Override
    public void close() {
        scan.close();
    }
}
