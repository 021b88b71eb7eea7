package io.sealstream.verifier;

import static java.util.Objects.requireNonNull;

import io.sealstream.command.Progress;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.core.verify.Fault;
import io.sealstream.core.verify.InMemoryEventIds;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.core.verify.TrustedCheckpoint;
import io.sealstream.core.verify.Verdict;
import io.sealstream.core.verify.Verification;
import io.sealstream.core.verify.VerificationOptions;
import io.sealstream.core.verify.VerificationResult;
import io.sealstream.reader.FileLedgerReader;
import io.sealstream.reader.LedgerReader;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.ReadResult;
import io.sealstream.verifier.checkpoint.CheckpointClaim;
import io.sealstream.verifier.report.Report;
import io.sealstream.verifier.run.Asked;
import io.sealstream.verifier.run.FileSource;
import io.sealstream.verifier.run.VerificationRun;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a verification of an export came to.
 *
 * @param told the faults, in the order in which they were told
 */
record Judgement(Verdict verdict, VerificationResult result, List<Fault> told) {

    /** As a user's run gives it: in batches, on all cores, with event ids on the disk. */
    static Judgement ofRun(Path export, @Nullable CheckpointClaim claim) {
        List<Fault> told = new ArrayList<>();
        Report report = new VerificationRun(
                        new FileSource(export),
                        new Asked(claim, false, null, true, SignatureSchemes.supported(), null),
                        records -> Progress.start(new PrintWriter(Writer.nullWriter()), "Verifying", records))
                .run((records, faults) -> told.addAll(faults));
        return new Judgement(report.verdict(), requireNonNull(report.result()), told);
    }

    /**
     * As the core gives it for one record after the other, on the calling thread.
     *
     * @param checkpoint that is trusted, or null
     */
    static Judgement oneByOne(Path export, @Nullable TrustedCheckpoint checkpoint) throws LedgerUnreadableException {
        Verification verification = new Verification(
                new CertificateVerifier(SignatureSchemes.supported()),
                new InMemoryEventIds(),
                VerificationOptions.OF_FILE);
        if (checkpoint != null) {
            verification.expect(checkpoint);
        }
        List<Fault> told = new ArrayList<>();
        for (LedgerRecord record : records(export)) {
            told.addAll(verification.accept(record));
        }
        int ofRecords = verification.faultsOfRecords().listed().size();
        VerificationResult result = verification.resultAtEnd();
        told.addAll(result.faults().listed().stream().skip(ofRecords).toList());
        return new Judgement(result.verdict(Set.of()), result, told);
    }

    private static List<LedgerRecord> records(Path export) throws LedgerUnreadableException {
        List<LedgerRecord> records = new ArrayList<>();
        try (LedgerReader reader = FileLedgerReader.open(export)) {
            if (!(reader.read(records::add) instanceof ReadResult.Complete)) {
                throw new AssertionError(export + " was not read to its end");
            }
        }
        return records;
    }
}
