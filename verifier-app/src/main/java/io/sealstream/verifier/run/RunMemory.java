package io.sealstream.verifier.run;

import io.sealstream.command.OneLine;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.core.verify.Verification;
import io.sealstream.core.verify.VerificationOptions;
import io.sealstream.core.verify.VerificationOptions.Signatures;
import io.sealstream.core.verify.VerificationState;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.verifier.ids.KeptEventIds;
import io.sealstream.verifier.state.DamagedStateException;
import io.sealstream.verifier.state.SavedState;
import io.sealstream.verifier.state.StateDirectory;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run remembers: the event ids, and what an earlier run has left. It goes on from there where nothing speaks against
 * it. Else it reads the whole, and the ledger must contain what the earlier run has seen.
 */
final class RunMemory implements AutoCloseable {
    private final @Nullable StateDirectory directory;
    private final Asked asked;
    private @Nullable KeptEventIds eventIds;
    private @Nullable SavedState earlier;
    private @Nullable OpenTopic topic;
    private @Nullable Coverage coverage;
    private boolean goesOn;

    private RunMemory(@Nullable StateDirectory directory, Asked asked) {
        this.directory = directory;
        this.asked = asked;
    }

    static RunMemory open(Asked asked) throws IOException {
        Path state = asked.state();
        try {
            return new RunMemory(state == null ? null : StateDirectory.open(state), asked);
        } catch (IOException e) {
            throw unusable(state, e);
        }
    }

    /** @param lowestSize of the checkpoints that the ledger is to be compared with */
    Verification begin(OpenLedger ledger, long lowestSize, Coverage coverage) throws IOException {
        CertificateVerifier verifier = new CertificateVerifier(asked.schemes());
        VerificationOptions options =
                ledger.options().withSignatures(asked.verifiesSignatures() ? Signatures.ALL : Signatures.NONE);
        KeptEventIds kept = eventIds(ledger, lowestSize, coverage);
        eventIds = kept;
        return goesOn && earlier != null
                ? Verification.resume(earlier.verification(), earlier.controlEvents(), verifier, kept, options)
                : new Verification(verifier, kept, options);
    }

    boolean verifiesSignatures() {
        return asked.verifiesSignatures();
    }

    /** Whether the verification that {@link #begin} gave is one of an earlier run's. */
    boolean goesOn() {
        return goesOn;
    }

    /** When the first record of a ledger that is read as a whole was judged. */
    void compareWith(Verification verification) {
        if (earlier == null || goesOn) {
            return;
        }
        Optional<String> origin = verification.genesis().map(Genesis::origin);
        if (origin.isPresent() && !origin.get().equals(earlier.origin())) {
            throw new OtherLedgerException("the state is of the ledger with the origin " + earlier.origin()
                    + ", and this one's is " + origin.get() + "; name another directory with --state");
        }
        verification.expect(earlier.checkpoint());
    }

    /** @param lastRead the last record that was read, or null where nothing is new */
    void save(Verification verification, @Nullable LedgerRecord lastRead) throws IOException {
        if (directory == null || eventIds == null || topic == null || coverage == null) {
            return;
        }
        LedgerRecord last = lastRead == null && earlier != null ? earlier.lastRecord() : lastRead;
        if (last == null || !(last.content() instanceof LedgerRecord.Decoded(SealedEvent event))) {
            throw new IllegalStateException("a ledger without a fault ends with an event");
        }
        directory.save(new SavedState(
                VerificationState.RULES,
                verification.genesis().orElseThrow().origin(),
                topic.identity(),
                topic.logStart(),
                asked.verifiesSignatures(),
                verification.state(),
                verification.controlEvents(),
                last.offset(),
                event,
                coverage.payloadsElsewhere(),
                directory.keep(eventIds)));
    }

    @Override
    public void close() throws IOException {
        try (StateDirectory closing = directory;
                KeptEventIds closed = eventIds) {
            eventIds = null;
        }
    }

    private KeptEventIds eventIds(OpenLedger ledger, long lowestSize, Coverage told) throws IOException {
        if (directory == null || !(ledger instanceof OpenTopic sealed)) {
            return KeptEventIds.temporary();
        }
        topic = sealed;
        coverage = told;
        try {
            return recall(directory, sealed, lowestSize, told);
        } catch (LedgerUnreadableException e) {
            throw e;
        } catch (IOException e) {
            throw unusable(directory.path(), e);
        }
    }

    private KeptEventIds recall(StateDirectory from, OpenTopic sealed, long lowestSize, Coverage coverage)
            throws IOException {
        String obstacle;
        try {
            earlier = from.load().orElse(null);
            if (earlier == null) {
                return from.noEventIds();
            }
            obstacle = obstacle(earlier, sealed, lowestSize).orElse(null);
            if (obstacle == null) {
                KeptEventIds ids = from.eventIds(earlier);
                goOn(earlier, sealed, from, coverage);
                return ids;
            }
        } catch (DamagedStateException e) {
            obstacle = "it is damaged: " + e.getMessage();
        }
        coverage.checked("The whole, from the first record on: the state in " + from.path() + " was not used, since "
                + obstacle + ".");
        return from.noEventIds();
    }

    private void goOn(SavedState saved, OpenTopic sealed, StateDirectory from, Coverage coverage) {
        sealed.goOnFrom(saved);
        goesOn = true;
        coverage.verifiedEarlier(saved, from.path());
    }

    private Optional<String> obstacle(SavedState saved, OpenTopic sealed, long lowestSize)
            throws LedgerUnreadableException {
        if (saved.rules() != VerificationState.RULES) {
            return Optional.of("it was judged by the rules of another version (" + saved.rules()
                    + ", and this one's are " + VerificationState.RULES + ")");
        }
        if (asked.verifiesSignatures() && !saved.verifiesSignatures()) {
            return Optional.of("it is of a run that left out signatures");
        }
        if (lowestSize < saved.size()) {
            return Optional.of(
                    "it is of " + saved.size() + " records, and cannot be compared with a checkpoint of " + lowestSize);
        }
        return sealed.differenceFrom(saved);
    }

    private static IOException unusable(@Nullable Path state, IOException e) {
        String whatToDo = e instanceof FileSystemException ? "; name a directory that can be written, with room" : "";
        return new IOException("--state=" + state + " can't be used: " + OneLine.of(e.toString()) + whatToDo, e);
    }
}
