package io.sealstream.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A range of a topic, of which several consumers read pieces at once. */
final class TopicPieces {
    /** Of offsets; some ten times what is fetched at once, since what was fetched behind the end of a piece is lost. */
    static final long WIDTH = 32_768;

    private static final int FETCH_BYTES = 1 << 20;

    private final KafkaConnection connection;
    private final String topic;
    private final Patience patience;
    private final int readers;
    private final long width;

    /** @param width of a piece, in offsets */
    TopicPieces(KafkaConnection connection, String topic, Patience patience, int readers, long width) {
        this.connection = connection;
        this.topic = topic;
        this.patience = patience;
        this.readers = readers;
        this.width = width;
    }

    ReadResult read(TopicRange wanted, Consumer<ConsumerRecord<byte[], byte[]>> sink) throws LedgerUnreadableException {
        long pieces = Math.ceilDiv(wanted.end() - wanted.start(), width);
        List<TopicScan> scans = new ArrayList<>();
        try {
            for (int i = 0; i < Math.min(readers, pieces); i++) {
                scans.add(TopicScan.open(connection, topic, wanted, patience, FETCH_BYTES));
            }
            List<Piece> each = scans.stream().map(Piece::new).toList();
            return new PiecewiseReading<>(each, TopicPieces::held).read(pieces, sink);
        } finally {
            scans.forEach(TopicScan::close);
        }
    }

    static long size(ConsumerRecord<byte[], byte[]> record) {
        return (long) Math.max(record.serializedKeySize(), 0) + Math.max(record.serializedValueSize(), 0);
    }

    private static long held(ConsumerRecord<byte[], byte[]> record) {
        long held = size(record);
        for (Header header : record.headers()) {
            held += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return held;
    }

    private final class Piece implements PiecewiseReading.PieceReader<ConsumerRecord<byte[], byte[]>> {
        private final TopicScan scan;

        Piece(TopicScan scan) {
            this.scan = scan;
        }

        @Override
        public ReadResult read(long piece, Consumer<ConsumerRecord<byte[], byte[]>> sink)
                throws LedgerUnreadableException {
            long start = scan.range().start() + piece * width;
            long end = Math.min(start + width, scan.range().end());
            return scan.readPart(new TopicRange(start, end), sink);
        }
    }
}
