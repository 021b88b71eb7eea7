package io.sealstream.verifier.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.command.Progress;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.event.EventId;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.core.verify.EventIds;
import io.sealstream.core.verify.Verdict;
import io.sealstream.core.verify.Verification;
import io.sealstream.core.verify.VerificationResult;
import io.sealstream.verifier.mapped.MappedFileException;
import io.sealstream.verifier.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The disk gets full while event ids are written to it. */
class LostEventIdsTest {
    private static final Path LEDGER = Path.of("src/test/resources/vectors/ledgers/valid.jsonl");

    private final Coverage coverage = new Coverage();

    /** With room for the first id alone. */
    private static final class FullMemory implements EventIds {
        @Override
        public Claim claim(EventId eventId) {
            return () -> add(eventId);
        }

        private static boolean add(EventId eventId) {
            if (eventId.equals(Genesis.EVENT_ID)) {
                return true;
            }
            throw new MappedFileException(Path.of("full-disk"), new IOException("No space left on device"));
        }
    }

    @Test
    void leavesTheRunIncompleteAndNamesTheFile() throws Exception {
        try (OpenLedger ledger = new FileSource(LEDGER).open(coverage);
                RunMemory memory = RunMemory.open(Asked.FOR_A_VERDICT)) {
            VerificationResult result = reading(ledger, memory)
                    .read(
                            new ReplacedCheckpoint(null),
                            records -> Progress.start(new PrintWriter(Writer.nullWriter()), "Verifying", records),
                            RunListener.NONE);

            assertThat(result.verdict(coverage.doubts())).isEqualTo(Verdict.INCOMPLETE);
            assertThat(report(result).reasons())
                    .singleElement()
                    .asString()
                    .contains("full-disk", "No space left on device", "make room there");
        }
    }

    private LedgerReading reading(OpenLedger ledger, RunMemory memory) {
        Verification verification = new Verification(
                new CertificateVerifier(SignatureSchemes.supported()), new FullMemory(), ledger.options());
        return new LedgerReading(ledger, verification, memory, new Anchor(null, false), coverage, new Stop());
    }

    private Report report(VerificationResult result) {
        return coverage.report(Verdict.INCOMPLETE, new FileSource(LEDGER), result, null, Duration.ZERO);
    }
}
