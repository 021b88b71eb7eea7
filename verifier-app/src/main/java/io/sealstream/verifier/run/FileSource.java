package io.sealstream.verifier.run;

import io.sealstream.command.Progress;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.verify.FaultKind;
import io.sealstream.core.verify.FaultSummary;
import io.sealstream.core.verify.FindingKind;
import io.sealstream.core.verify.IntakeAudit;
import io.sealstream.core.verify.VerificationOptions;
import io.sealstream.reader.FileLedgerReader;
import io.sealstream.reader.LedgerReader;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.verifier.report.NotChecked;
import io.sealstream.verifier.report.Source;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An export.
 *
 * @param readers threads that read at once, each other pieces of the file
 */
public record FileSource(Path file, int readers) implements LedgerSource {
    /** Read by one. */
    public FileSource(Path file) {
        this(file, 1);
    }

    @Override
    public Source describe() {
        return Source.file(file.toString());
    }

    @Override
    public Optional<String> askedFor() {
        return Optional.empty();
    }

    @Override
    public OpenLedger open(Coverage coverage) throws LedgerUnreadableException {
        return new OpenFile(FileLedgerReader.open(file, readers));
    }

    private record OpenFile(LedgerReader reader) implements OpenLedger {
        @Override
        public VerificationOptions options() {
            return VerificationOptions.OF_FILE;
        }

        @Override
        public long expectedRecords() {
            return Progress.UNKNOWN;
        }

        @Override
        public Optional<IntakeAudit> outcomes() {
            return Optional.empty();
        }

        @Override
        public FaultSummary audit(Optional<LedgerTopics> named, Coverage coverage) {
            coverage.notChecked(NotChecked.of(
                    "The rules of the topic (keys, timestamps, tombstones, the topic's identity): this is a file.",
                    FaultKind.KEY_MISMATCH,
                    FaultKind.TIMESTAMP_MISMATCH,
                    FaultKind.TOMBSTONE,
                    FaultKind.TOPIC_REPLACED,
                    FindingKind.TOPIC_SETTING,
                    FindingKind.OTHER_LEDGER));
            coverage.notChecked(IntakeSide.notChecked("the intake is not in a file"));
            return FaultSummary.NONE;
        }

        @Override
        public void close() {
            reader.close();
        }
    }
}
