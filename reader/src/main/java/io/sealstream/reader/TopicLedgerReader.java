package io.sealstream.reader;

import io.sealstream.core.verify.LedgerRecord;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A ledger as its topic has it. The end is the topic's high watermark when the reader was opened. */
public final class TopicLedgerReader implements LedgerReader {
    private final TopicScan scan;
    private final @Nullable TopicPieces pieces;
    private final SealedRecordDecoder decoder = new SealedRecordDecoder();
    private TopicRange wanted;

    private TopicLedgerReader(TopicScan scan, @Nullable TopicPieces pieces) {
        this.scan = scan;
        this.pieces = pieces;
        this.wanted = scan.range();
    }

    /** @throws LedgerUnreadableException where there is no broker, no topic or no permission */
    public static TopicLedgerReader open(KafkaConnection connection, LedgerTopicNames names, Patience patience)
            throws LedgerUnreadableException {
        return open(connection, names, patience, 1);
    }

    /**
     * As {@link #open(KafkaConnection, LedgerTopicNames, Patience)}.
     *
     * @param readers consumers that read at once, each other pieces of the topic
     */
    public static TopicLedgerReader open(
            KafkaConnection connection, LedgerTopicNames names, Patience patience, int readers)
            throws LedgerUnreadableException {
        return open(connection, names, patience, readers, TopicPieces.WIDTH);
    }

    /** @param width of a piece, in offsets */
    static TopicLedgerReader open(
            KafkaConnection connection, LedgerTopicNames names, Patience patience, int readers, long width)
            throws LedgerUnreadableException {
        String topic = names.sealed();
        return new TopicLedgerReader(
                TopicScan.open(connection, topic, patience),
                readers == 1 ? null : new TopicPieces(connection, topic, patience, readers, width));
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
        Consumer<ConsumerRecord<byte[], byte[]>> records = record -> sink.accept(new InTopic(decoder, record));
        return pieces == null ? scan.readPart(wanted, records) : pieces.read(wanted, records);
    }

    private record InTopic(SealedRecordDecoder decoder, ConsumerRecord<byte[], byte[]> record) implements StoredRecord {
        @Override
        public long size() {
            return TopicPieces.size(record);
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
