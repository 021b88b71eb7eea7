package io.sealstream.benchmarks.core;

import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.core.verify.Verification;
import io.sealstream.core.verify.VerificationOptions;
import io.sealstream.core.verify.VerificationResult;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a verification does with a record that was read and decoded, on all cores; event ids are not remembered. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class VerificationBenchmark {
    private static final int RECORDS = 10_000;
    private static final int BATCH = 500;

    private final CertificateVerifier verifier = new CertificateVerifier(SignatureSchemes.supported());
    private final List<LedgerRecord> records = records();

    private static List<LedgerRecord> records() {
        List<LedgerRecord> records = new ArrayList<>();
        new SampleLedger()
                .sealed(RECORDS - 1)
                .forEach(event ->
                        records.add(LedgerRecord.ofFile(records.size() + 1L, new LedgerRecord.Decoded(event))));
        return records;
    }

    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public VerificationResult fold() {
        Verification verification = new Verification(verifier, eventId -> () -> true, VerificationOptions.OF_FILE);
        for (int from = 0; from < RECORDS; from += BATCH) {
            var unused = verification.accept(records.subList(from, from + BATCH));
        }
        return verification.resultAtEnd();
    }
}
