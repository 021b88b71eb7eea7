package io.sealstream.topology;

import io.sealstream.core.Bytes;
import io.sealstream.core.seal.LedgerHead;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The head of the ledger in a Streams store. It is logged, so it moves in the transaction of the outcomes that moved it,
 * and cached, so it costs one changelog record a commit.
 */
final class HeadStore {
    static final String NAME = "head";
    private static final byte[] KEY = "head".getBytes(StandardCharsets.US_ASCII);

    /** Small and short-lived segments: the changelog has one key, and a restore reads what the cleaner left. */
    private static final Map<String, String> CHANGELOG = Map.of(
            TopicConfig.SEGMENT_BYTES_CONFIG, "1048576",
            TopicConfig.SEGMENT_MS_CONFIG, "600000",
            TopicConfig.MIN_CLEANABLE_DIRTY_RATIO_CONFIG, "0.1");

    private final KeyValueStore<byte[], byte[]> store;

    private HeadStore(KeyValueStore<byte[], byte[]> store) {
        this.store = store;
    }

    static StoreBuilder<KeyValueStore<byte[], byte[]>> builder() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), Serdes.ByteArray(), Serdes.ByteArray())
                .withLoggingEnabled(CHANGELOG)
                .withCachingEnabled();
    }

    static HeadStore of(ProcessorContext<?, ?> context) {
        return new HeadStore(context.getStateStore(NAME));
    }

    /** @throws IllegalArgumentException where the store holds something else */
    Optional<LedgerHead> read() {
        return Optional.ofNullable(store.get(KEY)).map(Bytes::wrap).map(LedgerHead::decode);
    }

    void write(LedgerHead head) {
        store.put(KEY, head.encode().toByteArray());
    }
}
