package io.sealstream.verifier.run;

import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.verify.FaultSummary;
import io.sealstream.core.verify.IntakeAudit;
import io.sealstream.core.verify.TopicIdentity;
import io.sealstream.core.verify.VerificationOptions;
import io.sealstream.reader.LedgerReader;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.TopicLedgerReader;
import io.sealstream.verifier.state.SavedState;
import java.util.Optional;

/** The sealed topic up to an end that is fixed, and the intake beside it. */
final class OpenTopic implements OpenLedger {
    private final TopicLedgerReader reader;
    private final TopicIdentity identity;
    private IntakeSide intake;
    private boolean goesOn;

    OpenTopic(TopicLedgerReader reader, TopicIdentity identity, IntakeSide intake) {
        this.reader = reader;
        this.identity = identity;
        this.intake = intake;
    }

    @Override
    public LedgerReader reader() {
        return reader;
    }

    @Override
    public VerificationOptions options() {
        return VerificationOptions.ofTopic(identity);
    }

    @Override
    public long expectedRecords() {
        return reader.remaining();
    }

    @Override
    public Optional<IntakeAudit> outcomes() {
        return intake.outcomes();
    }

    TopicIdentity identity() {
        return identity;
    }

    /** Where its log begins. */
    long logStart() {
        return reader.range().start();
    }

    /**
     * Compares it with the one that {@code saved} has seen. The last record of that is read again.
     *
     * @return what is different, as the end of a sentence; empty where nothing is
     */
    Optional<String> differenceFrom(SavedState saved) throws LedgerUnreadableException {
        if (!saved.topic().equals(identity)) {
            return Optional.of("it is of another topic, " + saved.topic());
        }
        if (saved.logStart() != logStart()) {
            return Optional.of("the topic began at offset " + saved.logStart() + " and begins at " + logStart()
                    + " now, so that records may have been deleted");
        }
        long offset = saved.lastOffset();
        if (offset >= reader.range().end()) {
            return Optional.of("its last record was at offset " + offset + ", and the topic ends at "
                    + reader.range().end());
        }
        boolean isThere = reader.at(offset).equals(Optional.of(saved.lastRecord()));
        return isThere
                ? Optional.empty()
                : Optional.of("the topic has another record at offset " + offset + " than its last one, or none");
    }

    /** Begins behind what {@code saved} has seen. */
    void goOnFrom(SavedState saved) {
        reader.startBehind(saved.lastOffset());
        intake.close();
        goesOn = true;
        intake = new LeftOutIntake("that needs the whole ledger, and an earlier run has read most of it (--state)");
    }

    @Override
    public FaultSummary audit(Optional<LedgerTopics> named, Coverage coverage) {
        coverage.checked(String.format(
                "Of the topic: every %s key and timestamp, tombstones, and that it is %s.",
                goesOn ? "new record's" : "record's", identity));
        return intake.audit(reader.range(), named, coverage);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } finally {
            intake.close();
        }
    }
}
