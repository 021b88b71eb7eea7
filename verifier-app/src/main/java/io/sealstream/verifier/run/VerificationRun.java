package io.sealstream.verifier.run;

import io.sealstream.command.Progress;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.key.PublicKey;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.core.verify.Doubt;
import io.sealstream.core.verify.InMemoryEventIds;
import io.sealstream.core.verify.Verdict;
import io.sealstream.core.verify.Verification;
import io.sealstream.core.verify.VerificationResult;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.ReadResult;
import io.sealstream.verifier.checkpoint.CheckpointClaim;
import io.sealstream.verifier.checkpoint.CheckpointTarget;
import io.sealstream.verifier.report.Report;
import io.sealstream.verifier.report.WrittenCheckpoint;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One verification, from the first question to the report. It is run once, on one thread. */
public final class VerificationRun {
    private final LedgerSource source;
    private final Anchor anchor;
    private final @Nullable CheckpointTarget target;
    private final ReplacedCheckpoint replaced;
    private final LongFunction<Progress> progress;
    private final Coverage coverage = new Coverage();
    private final long begunNanos = System.nanoTime();

    /**
     * @param claim the checkpoint that was given, or null
     * @param requiresCheckpoint whether a run without a trusted one is UNANCHORED
     * @param target where a VERIFIED run leaves a checkpoint, or null
     * @param progress starts a display, given about how many records there are
     */
    public VerificationRun(
            LedgerSource source,
            @Nullable CheckpointClaim claim,
            boolean requiresCheckpoint,
            @Nullable CheckpointTarget target,
            LongFunction<Progress> progress) {
        this.source = source;
        this.anchor = new Anchor(claim, requiresCheckpoint);
        this.target = target;
        this.replaced = new ReplacedCheckpoint(target);
        this.progress = progress;
    }

    /** Never throws for what the ledger, the brokers or the files are: the report says it. */
    public Report run() {
        try (OpenLedger ledger = source.open(coverage)) {
            return read(ledger);
        } catch (LedgerUnreadableException e) {
            coverage.doubt(Doubt.UNREADABLE, String.valueOf(e.getMessage()));
            return report(Verdict.of(false, coverage.doubts()), null, null);
        }
    }

    private Report read(OpenLedger ledger) throws LedgerUnreadableException {
        Verification verification = new Verification(
                new CertificateVerifier(SignatureSchemes.supported()), new InMemoryEventIds(), ledger.options());
        ReadResult read;
        LedgerFold fold;
        try (Progress shown = progress.apply(ledger.expectedRecords())) {
            fold = new LedgerFold(verification, anchor, replaced, ledger::observe, shown);
            read = ledger.reader().read(fold);
            fold.finish();
        }
        VerificationResult result = result(read, verification, ledger);
        RecordCoverage.tell(verification.genesis(), result, fold.payloadsElsewhere(), coverage);
        Verdict verdict = result.verdict(coverage.doubts());
        return verdict == Verdict.VERIFIED && target != null
                ? leaveCheckpoint(target, verification.genesis(), result)
                : report(verdict, result, null);
    }

    private VerificationResult result(ReadResult read, Verification verification, OpenLedger ledger) {
        boolean atEnd = read instanceof ReadResult.Complete;
        anchor.conclude(atEnd, coverage);
        if (read instanceof ReadResult.Incomplete(String reason)) {
            coverage.doubt(Doubt.END_NOT_REACHED, reason);
            coverage.notChecked(
                    "Whatever stands behind the last record that was read, and what needs the whole ledger.");
            return verification.resultSoFar();
        }
        return verification.resultAtEnd().plus(ledger.audit(verification.topics(), coverage));
    }

    private Report leaveCheckpoint(CheckpointTarget place, Optional<Genesis> genesis, VerificationResult result) {
        try {
            String origin = genesis.orElseThrow().origin();
            requireItsKey(genesis.orElseThrow(), place);
            replaced.requireContained(origin);
            String vkey = place.write(origin, result.size(), result.root());
            return report(
                    Verdict.VERIFIED, result, new WrittenCheckpoint(place.file().toString(), vkey));
        } catch (IOException e) {
            coverage.doubt(Doubt.UNREADABLE, "the checkpoint was not written: " + e.getMessage());
            return report(Verdict.ERROR, result, null);
        }
    }

    private static void requireItsKey(Genesis genesis, CheckpointTarget place) throws IOException {
        PublicKey named = genesis.checkpointKey();
        if (named != null && !named.equals(place.key().publicKey())) {
            throw new IOException(
                    "the genesis names another checkpoint key than --checkpoint-key has; sign with that one");
        }
    }

    private Report report(Verdict verdict, @Nullable VerificationResult result, @Nullable WrittenCheckpoint written) {
        String own = result == null ? null : result.ledger();
        return new Report(
                verdict,
                source.describe(),
                own == null ? source.askedFor().orElse(null) : own,
                result,
                coverage.reasons(),
                coverage.checked(),
                Stream.concat(
                                result == null ? Stream.empty() : result.findings().stream(),
                                coverage.findings().stream())
                        .toList(),
                coverage.notChecked(),
                written,
                Duration.ofNanos(System.nanoTime() - begunNanos));
    }
}
