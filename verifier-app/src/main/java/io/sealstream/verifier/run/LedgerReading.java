package io.sealstream.verifier.run;

import io.sealstream.command.Progress;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.core.verify.Doubt;
import io.sealstream.core.verify.Fault;
import io.sealstream.core.verify.FaultSummary;
import io.sealstream.core.verify.InMemoryEventIds;
import io.sealstream.core.verify.Verification;
import io.sealstream.core.verify.VerificationResult;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.ReadResult;
import io.sealstream.verifier.report.NotChecked;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.apache.kafka.common.errors.InterruptException;

/** An open ledger on its way through the core's fold, to its end or as far as it can be read. */
final class LedgerReading {
    private static final String STOPPED = "it was stopped before its end";

    private final OpenLedger ledger;
    private final Anchor anchor;
    private final Coverage coverage;
    private final Stop stop;
    private final Verification verification;

    LedgerReading(OpenLedger ledger, Anchor anchor, Coverage coverage, Stop stop) {
        this.ledger = ledger;
        this.anchor = anchor;
        this.coverage = coverage;
        this.stop = stop;
        this.verification = new Verification(
                new CertificateVerifier(SignatureSchemes.supported()), new InMemoryEventIds(), ledger.options());
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
        LedgerFold fold;
        try (Progress shown = progress.apply(ledger.expectedRecords())) {
            fold = new LedgerFold(verification, anchor, replaced, stop, (records, faults) -> {
                shown.add(records);
                listener.judged(records, faults);
            });
            read = readInto(fold);
            fold.finish();
        }
        VerificationResult result = conclude(read);
        listener.judged(0, ofTheWhole(result));
        RecordCoverage.tell(verification.genesis(), result, fold.payloadsElsewhere(), coverage);
        return result;
    }

    private ReadResult readInto(LedgerFold fold) throws LedgerUnreadableException {
        try {
            ReadResult read = ledger.reader().read(fold);
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
        anchor.conclude(atEnd, coverage);
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
