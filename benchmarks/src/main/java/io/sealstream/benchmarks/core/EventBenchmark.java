package io.sealstream.benchmarks.core;

import io.sealstream.core.Hash;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.ChainHash;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.SealHeader;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.merkle.Frontier;
import io.sealstream.core.merkle.GrowingTree;
import io.sealstream.schema.CertifiedEventCodec;
import io.sealstream.schema.Decoding;
import io.sealstream.schema.SealedEventCodec;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What one event of 300 bytes costs on its way into a ledger, step by step. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EventBenchmark {
    private final SampleLedger ledger = new SampleLedger();
    private final CertifiedEventCodec intakeCodec = new CertifiedEventCodec();
    private final SealedEventCodec sealedCodec = new SealedEventCodec();
    private final ChainHash chainHash = ChainHash.of(HashAlgorithm.SHA_256);
    private final CertifiedEvent certified = ledger.event(1);
    private final SealedEvent sealed = ledger.seal(certified);
    private final SealHeader header = sealed.header(HashAlgorithm.SHA_256);
    private final byte[] intakeBytes = intakeCodec.encode(certified);
    private final byte[] sealedBytes = sealedCodec.encode(sealed);
    private final GrowingTree tree = new GrowingTree(Frontier.EMPTY);

    /** Of an event that was just made: nothing of it is known yet. */
    @Benchmark
    public Hash eventDigest() {
        Event event = certified.event();
        return new Event(
                        event.eventId(),
                        event.eventType(),
                        event.occurredAtMs(),
                        event.sealBeforeMs(),
                        event.payload(),
                        event.metadata())
                .digest();
    }

    @Benchmark
    public Hash headerHash() {
        return header.eventHash(chainHash);
    }

    @Benchmark
    public Decoding<CertifiedEvent> decodeIntake() {
        return intakeCodec.decode(intakeBytes);
    }

    @Benchmark
    public byte[] encodeIntake() {
        return intakeCodec.encode(certified);
    }

    @Benchmark
    public Decoding<SealedEvent> decodeSealed() {
        return sealedCodec.decode(sealedBytes);
    }

    @Benchmark
    public byte[] encodeSealed() {
        return sealedCodec.encode(sealed);
    }

    /** All that the sealer decides about a decoded event that has no certificate. */
    @Benchmark
    public SealedEvent sealingStep() {
        return ledger.seal(certified);
    }

    @Benchmark
    public long treeAppend() {
        tree.append(sealed.eventHash());
        return tree.size();
    }
}
