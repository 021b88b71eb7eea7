package io.sealstream.verifier.run;

import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.verify.FaultSummary;
import io.sealstream.core.verify.IntakeAudit;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.core.verify.TopicIdentity;
import io.sealstream.core.verify.VerificationOptions;
import io.sealstream.reader.LedgerReader;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.TopicLedgerReader;
import io.sealstream.reader.TopicRange;
import io.sealstream.verifier.state.SavedState;
import java.util.Optional;

/** The sealed topic up to an end that is fixed, and the intake beside it. */
final class OpenTopic implements OpenLedger {
    private final TopicLedgerReader reader;
    private final TopicIdentity identity;
    private IntakeSide intake;

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

    @Override
    public Optional<String> goOnFrom(SavedState saved) throws LedgerUnreadableException {
        if (!saved.topic().equals(identity)) {
            return Optional.of("it is of another topic, " + saved.topic());
        }
        TopicRange range = reader.range();
        long offset = saved.lastOffset();
        if (offset < range.start() || offset >= range.end()) {
            return Optional.of("its last record was at offset " + offset + ", and the topic has those from "
                    + range.start() + " up to " + range.end());
        }
        Optional<LedgerRecord> there = reader.at(offset);
        if (!there.equals(Optional.of(saved.lastRecord()))) {
            return Optional.of("the topic has another record at offset " + offset + " than its last one, or none");
        }
        reader.startBehind(offset);
        intake.close();
        intake = new LeftOutIntake("that needs the whole ledger, and an earlier run has read most of it (--state)");
        return Optional.empty();
    }

    @Override
    public FaultSummary audit(Optional<LedgerTopics> named, Coverage coverage) {
        coverage.checked(
                "Of the topic: every record's key and timestamp, tombstones, and that it is " + identity + ".");
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
