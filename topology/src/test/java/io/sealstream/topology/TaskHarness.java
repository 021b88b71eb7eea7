package io.sealstream.topology;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.core.seal.RejectedEvent;
import io.sealstream.schema.Decoding;
import io.sealstream.schema.RejectedEventCodec;
import io.sealstream.schema.SealedEventCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The processor between a transaction's beginning and its end, both of which the test decides: what was forwarded and the
 * head count only once they are committed, and a new task begins with what was.
 */
final class TaskHarness {
    private static final byte[] HEAD = "head".getBytes(StandardCharsets.US_ASCII);

    final List<SealedEvent> committedSealed = new ArrayList<>();
    final List<RejectedEvent> committedRejected = new ArrayList<>();
    private final TestLedger ledger;
    private final SealingSetup setup;
    private final HeadStart start;
    private LedgerCodecs codecs = LedgerCodecs.avro();
    private Executor cores = ForkJoinPool.commonPool();
    private PolledBatch batch;
    private byte @Nullable [] committedHead;
    private @Nullable MockProcessorContext<byte[], byte[]> context;
    private @Nullable SealingProcessor processor;
    private @Nullable KeyValueStore<byte[], byte[]> store;

    TaskHarness(TestLedger ledger) {
        this(ledger, ledger.setup());
    }

    TaskHarness(TestLedger ledger, SealingSetup setup) {
        this.ledger = ledger;
        this.setup = setup;
        this.start = new HeadStart(setup);
        this.batch = batch();
    }

    private PolledBatch batch() {
        return new PolledBatch(ReadAhead.of(setup, codecs, cores));
    }

    TaskHarness withStoredHead(LedgerHead head) {
        return withStoredBytes(head.encode().toByteArray());
    }

    TaskHarness withStoredBytes(byte[] bytes) {
        committedHead = bytes;
        return this;
    }

    TaskHarness withCodecs(LedgerCodecs others) {
        codecs = others;
        batch = batch();
        return this;
    }

    /** What works ahead; without, all of the machine. */
    TaskHarness withCores(Executor others) {
        cores = others;
        batch = batch();
        return this;
    }

    /** Begins a task anew; whatever was not committed is gone. */
    TaskHarness start() {
        var fresh = new MockProcessorContext<byte[], byte[]>();
        var heads = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(HeadStore.NAME), Serdes.ByteArray(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        heads.init(fresh.getStateStoreContext(), heads);
        fresh.addStateStore(heads);
        if (committedHead != null) {
            heads.put(HEAD, committedHead);
        }
        context = fresh;
        store = heads;
        processor = new SealingProcessor(setup, start, codecs, batch);
        processor.init(fresh);
        return this;
    }

    void polledUpTo(long offset) {
        polled(List.of(new ConsumerRecord<>("ledger.intake", 0, offset, null, null)));
    }

    /** What the consumer's interceptor hears before any of {@code records} is processed. */
    void polled(List<ConsumerRecord<byte[], byte[]>> records) {
        batch.polled(records);
    }

    void process(long offset, CertifiedEvent event) {
        process(offset, ledger.record(event));
    }

    void process(long offset, Record<byte[], byte[]> record) {
        context().setRecordMetadata("ledger.intake", 0, offset);
        Objects.requireNonNull(processor).process(record);
    }

    boolean asksForCommit() {
        return context().committed();
    }

    void commit() {
        committedSealed.addAll(sealed());
        committedRejected.addAll(rejected());
        committedHead = Objects.requireNonNull(store).get(HEAD);
        context().resetForwards();
        context().resetCommit();
    }

    /** What wall-clock punctuators do when their time has come. */
    void passTime() {
        context().scheduledPunctuators().stream()
                .filter(scheduled -> !scheduled.cancelled())
                .toList()
                .forEach(scheduled -> scheduled.getPunctuator().punctuate(ledger.nowMs()));
    }

    /** Forwarded since the last commit. */
    List<SealedEvent> sealed() {
        SealedEventCodec codec = new SealedEventCodec();
        return context().forwarded("sealed").stream()
                .map(forward -> decoded(codec.decode(forward.record().value())))
                .toList();
    }

    List<RejectedEvent> rejected() {
        RejectedEventCodec codec = new RejectedEventCodec();
        return context().forwarded("rejected").stream()
                .map(forward -> decoded(codec.decode(forward.record().value())))
                .toList();
    }

    Optional<LedgerHead> storedHead() {
        return Optional.ofNullable(Objects.requireNonNull(store).get(HEAD))
                .map(Bytes::wrap)
                .map(LedgerHead::decode);
    }

    private MockProcessorContext<byte[], byte[]> context() {
        return Objects.requireNonNull(context, "start comes first");
    }

    private static <T> T decoded(Decoding<T> decoding) {
        return switch (decoding) {
            case Decoding.Decoded<T> decoded -> decoded.value();
            case Decoding.Malformed<T> malformed -> throw new AssertionError(malformed.reason());
        };
    }
}
