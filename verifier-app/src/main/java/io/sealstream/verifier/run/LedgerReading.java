package io.sealstream.verifier.run;

import io.sealstream.command.Progress;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.verify.Doubt;
import io.sealstream.core.verify.Fault;
import io.sealstream.core.verify.FaultSummary;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.core.verify.Verification;
import io.sealstream.core.verify.VerificationResult;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.ReadResult;
import io.sealstream.verifier.mapped.MappedFileException;
import io.sealstream.verifier.report.NotChecked;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** An open ledger on its way through the core's fold, to its end or as far as it can be read. */
final class LedgerReading {
    private static final String STOPPED = "it was stopped before its end";

    private final OpenLedger ledger;
    private final RunMemory memory;
    private final Anchor anchor;
    private final Coverage coverage;
    private final Stop stop;
    private final Verification verification;
    private @Nullable LedgerRecord last;

    LedgerReading(
            OpenLedger ledger,
            Verification verification,
            RunMemory memory,
            Anchor anchor,
            Coverage coverage,
            Stop stop) {
        this.ledger = ledger;
        this.memory = memory;
        this.anchor = anchor;
        this.coverage = coverage;
        this.stop = stop;
        this.verification = verification;
        ledger.outcomes().ifPresent(verification::tell);
    }

    Optional<Genesis> genesis() {
        return verification.genesis();
    }

    /** What was found until now, in whatever state the reading is. */
    VerificationResult resultSoFar() {
        return verification.resultSoFar();
    }

    VerificationResult read(ReplacedCheckpoint replaced, LongFunction<Progress> progress, RunListener listener)
            throws LedgerUnreadableException {
        ReadResult read;
        long payloadsElsewhere;
        replaced.compareWith(verification);
        if (memory.goesOn()) {
            anchor.begin(verification);
        }
        try (Progress shown = progress.apply(ledger.expectedRecords());
                LedgerFold fold =
                        new LedgerFold(verification, memory.goesOn() ? null : this::begin, stop, (records, faults) -> {
                            shown.add(records);
                            listener.judged(records, faults);
                        })) {
            read = readWith(fold);
            payloadsElsewhere = fold.payloadsElsewhere();
            last = fold.last();
        }
        VerificationResult result = conclude(read);
        listener.judged(0, ofTheWhole(result));
        RecordCoverage.tell(verification.genesis(), result, payloadsElsewhere, memory.verifiesSignatures(), coverage);
        return result;
    }

    /** What the next run needs of this one, which has found no fault. */
    void saveIn(RunMemory target) throws IOException {
        target.save(verification, last);
    }

    private void begin() {
        anchor.begin(verification);
        memory.compareWith(verification);
    }

    private ReadResult readWith(LedgerFold fold) throws LedgerUnreadableException {
        try {
            ReadResult read = readInto(fold);
            fold.finish();
            return read;
        } catch (MappedFileException e) {
            return new ReadResult.Incomplete(String.valueOf(e.getMessage()));
        }
    }

    private ReadResult readInto(LedgerFold fold) throws LedgerUnreadableException {
        try {
            ReadResult read = ledger.reader().readStored(fold);
            // A file tells of an interrupt as of any other failure.
            return read instanceof ReadResult.Incomplete && stop.isAsked() ? stopped() : read;
        } catch (InterruptException e) {
            return stopped();
        }
    }

    private ReadResult stopped() {
        stop.endReading();
        return new ReadResult.Incomplete(STOPPED);
    }

    private VerificationResult conclude(ReadResult read) {
        boolean atEnd = read instanceof ReadResult.Complete;
        anchor.conclude(verification, atEnd, coverage);
        if (read instanceof ReadResult.Incomplete(String reason)) {
            coverage.doubt(Doubt.END_NOT_REACHED, reason);
            coverage.notChecked(NotChecked.everything(
                    "Whatever stands behind the last record that was read, and what needs the whole ledger."));
            return verification.resultSoFar();
        }
        return verification.resultAtEnd().plus(audit());
    }

    private FaultSummary audit() {
        try {
            return ledger.audit(verification.topics(), coverage);
        } catch (InterruptException e) {
            stop.endReading();
            coverage.doubt(Doubt.END_NOT_REACHED, STOPPED);
            coverage.notChecked(IntakeSide.notChecked(STOPPED));
            return FaultSummary.NONE;
        }
    }

    /** Those that no record had: of a checkpoint, of the topic, of the intake. They come last. */
    private List<Fault> ofTheWhole(VerificationResult result) {
        return result.faults().listed().stream()
                .skip(verification.faultsOfRecords().listed().size())
                .toList();
    }
}
