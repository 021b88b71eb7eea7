package io.sealstream.reader;

import io.sealstream.core.verify.LedgerRecord;
import java.util.function.Consumer;

/** A ledger as its topic has it. The end is the topic's high watermark when the reader was opened. */
public final class TopicLedgerReader implements LedgerReader {
    private final TopicScan scan;
    private final SealedRecordDecoder decoder = new SealedRecordDecoder();

    private TopicLedgerReader(TopicScan scan) {
        this.scan = scan;
    }

    /** @throws LedgerUnreadableException where there is no broker, no topic or no permission */
    public static TopicLedgerReader open(KafkaConnection connection, LedgerTopicNames names, Patience patience)
            throws LedgerUnreadableException {
        return new TopicLedgerReader(TopicScan.open(connection, names.sealed(), patience));
    }

    /** What is read. */
    public TopicRange range() {
        return scan.range();
    }

    @Override
    public ReadResult read(Consumer<LedgerRecord> sink) throws LedgerUnreadableException {
        return scan.read(record -> sink.accept(decoder.decode(record)));
    }

    @Override
    public ReadProgress progress() {
        return scan.progress();
    }

    @Override
    public void close() {
        scan.close();
    }
}
