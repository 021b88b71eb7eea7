package io.sealstream.reader;

import io.sealstream.core.seal.RejectedEvent;
import io.sealstream.schema.Codec;
import io.sealstream.schema.Decoding;
import io.sealstream.schema.RejectedEventCodec;
import java.util.function.Consumer;

/** Reads the outcomes in a ledger's rejected topic, to an end that is fixed when it begins. */
public final class RejectedReader {
    private static final Decoding<RejectedEvent> NO_VALUE = new Decoding.Malformed<>("the record has no value");
    private final KafkaConnection connection;
    private final LedgerTopicNames names;
    private final Patience patience;
    private final Codec<RejectedEvent> codec = new RejectedEventCodec();

    public RejectedReader(KafkaConnection connection, LedgerTopicNames names, Patience patience) {
        this.connection = connection;
        this.names = names;
        this.patience = patience;
    }

    /** @throws LedgerUnreadableException where there is no broker, no topic or no permission */
    public ReadResult read(Consumer<Decoding<RejectedEvent>> sink) throws LedgerUnreadableException {
        try (TopicScan scan = TopicScan.open(connection, names.rejected(), patience)) {
            return scan.read(record -> sink.accept(record.value() == null ? NO_VALUE : codec.decode(record.value())));
        }
    }
}
