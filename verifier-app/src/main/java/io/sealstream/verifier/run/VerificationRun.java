package io.sealstream.verifier.run;

import io.sealstream.command.OneLine;
import io.sealstream.command.Progress;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.key.PublicKey;
import io.sealstream.core.verify.Doubt;
import io.sealstream.core.verify.Verdict;
import io.sealstream.core.verify.Verification;
import io.sealstream.core.verify.VerificationResult;
import io.sealstream.verifier.checkpoint.CheckpointTarget;
import io.sealstream.verifier.mapped.MappedFileException;
import io.sealstream.verifier.report.NotChecked;
import io.sealstream.verifier.report.Report;
import io.sealstream.verifier.report.WrittenCheckpoint;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongFunction;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** One verification, from the first question to the report. It is run once, on one thread. */
public final class VerificationRun {
    private final LedgerSource source;
    private final Anchor anchor;
    private final Asked asked;
    private final ReplacedCheckpoint replaced;
    private final LongFunction<Progress> progress;
    private final Stop stop = new Stop();
    private final Coverage coverage = new Coverage();
    private final long begunNanos = System.nanoTime();
    private @Nullable LedgerReading reading;
    private @Nullable VerificationResult result;

    /** @param progress starts a display, given about how many records there are */
    public VerificationRun(LedgerSource source, Asked asked, LongFunction<Progress> progress) {
        this.source = source;
        this.asked = asked;
        this.anchor = new Anchor(asked.claim(), asked.requiresCheckpoint());
        this.replaced = new ReplacedCheckpoint(asked.target());
        this.progress = progress;
    }

    /** With it another thread can end the run: what was read until then is judged, and the rest leaves it INCOMPLETE. */
    public Stop stop() {
        return stop;
    }

    /** Never throws for what the ledger, the brokers or the files are: the report says it. */
    public Report run(RunListener listener) {
        try (RunMemory memory = RunMemory.open(asked)) {
            read(memory, listener);
            return conclude(memory);
        } catch (IOException e) {
            coverage.doubt(Doubt.UNREADABLE, String.valueOf(e.getMessage()));
            return report(verdict(), null);
        }
    }

    private void read(RunMemory memory, RunListener listener) {
        stop.beginReading();
        try (OpenLedger ledger = source.open(coverage)) {
            long lowestSize = Math.min(anchor.size(), replaced.size());
            Verification verification = memory.begin(ledger, lowestSize, coverage);
            reading = new LedgerReading(ledger, verification, memory, anchor, coverage, stop);
            result = reading.read(replaced, progress, listener);
        } catch (IOException | InterruptException | MappedFileException | OtherLedgerException e) {
            if (stop.isAsked()) {
                coverage.doubt(Doubt.END_NOT_REACHED, "it was stopped before anything was read");
            } else {
                coverage.doubt(Doubt.UNREADABLE, String.valueOf(e.getMessage()));
            }
        } finally {
            stop.endReading();
        }
    }

    private Report conclude(RunMemory memory) {
        Verdict verdict = verdict();
        if (verdict != Verdict.VERIFIED || result == null || reading == null) {
            return report(verdict, null);
        }
        try {
            reading.saveIn(memory);
        } catch (IOException | MappedFileException e) {
            coverage.doubt(
                    Doubt.UNREADABLE,
                    "the state was not written to " + asked.state() + ": " + OneLine.of(e.toString())
                            + "; make room there, or name another directory with --state");
            return report(Verdict.ERROR, null);
        }
        return asked.target() == null
                ? report(verdict, null)
                : leaveCheckpoint(asked.target(), reading.genesis(), result);
    }

    /** The report of a run that threw what nobody foresaw. Faults that were found before that stay faults. */
    public Report brokenOff(Throwable unforeseen) {
        coverage.doubt(Doubt.UNREADABLE, "something went wrong that was not foreseen: " + unforeseen);
        coverage.notChecked(NotChecked.everything("Whatever was not judged when the run broke off."));
        if (result == null && reading != null) {
            result = reading.resultSoFar();
        }
        return report(verdict(), null);
    }

    private Verdict verdict() {
        return result == null ? Verdict.of(false, coverage.doubts()) : result.verdict(coverage.doubts());
    }

    private Report leaveCheckpoint(CheckpointTarget place, Optional<Genesis> genesis, VerificationResult whole) {
        try {
            String origin = genesis.orElseThrow().origin();
            requireItsKey(genesis.orElseThrow(), place);
            replaced.requireContained(origin);
            String vkey = place.write(origin, whole.size(), whole.root());
            return report(Verdict.VERIFIED, new WrittenCheckpoint(place.file().toString(), vkey));
        } catch (IOException e) {
            coverage.doubt(Doubt.UNREADABLE, "the checkpoint was not written: " + e.getMessage());
            return report(Verdict.ERROR, null);
        }
    }

    private static void requireItsKey(Genesis genesis, CheckpointTarget place) throws IOException {
        PublicKey named = genesis.checkpointKey();
        if (named != null && !named.equals(place.key().publicKey())) {
            throw new IOException(
                    "the genesis names another checkpoint key than --checkpoint-key has; sign with that one");
        }
    }

    private Report report(Verdict verdict, @Nullable WrittenCheckpoint written) {
        return coverage.report(verdict, source, result, written, Duration.ofNanos(System.nanoTime() - begunNanos));
    }
}
