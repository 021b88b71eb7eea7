package io.sealstream.verifier.run;

import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.verify.FaultSummary;
import io.sealstream.core.verify.IntakeAudit;
import io.sealstream.core.verify.TopicIdentity;
import io.sealstream.core.verify.VerificationOptions;
import io.sealstream.reader.TopicLedgerReader;
import java.util.Optional;

/** The sealed topic up to an end that is fixed, and the intake beside it. */
record OpenTopic(TopicLedgerReader reader, TopicIdentity identity, IntakeSide intake) implements OpenLedger {
    @Override
    public VerificationOptions options() {
        return VerificationOptions.ofTopic(identity);
    }

    @Override
    public long expectedRecords() {
        return reader.range().end() - reader.range().start();
    }

    @Override
    public Optional<IntakeAudit> outcomes() {
        return intake.outcomes();
    }

    @Override
    public FaultSummary audit(Optional<LedgerTopics> named, Coverage coverage) {
        coverage.checked(
                "Of the topic: every record's key and timestamp, tombstones, and that it is " + identity + ".");
        return intake.audit(reader.range(), named, coverage);
    }

    @Override
    public void close() {
        reader.close();
    }
}
