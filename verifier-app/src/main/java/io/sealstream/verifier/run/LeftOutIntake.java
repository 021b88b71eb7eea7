package io.sealstream.verifier.run;

import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.verify.FaultSummary;
import io.sealstream.core.verify.IntakeAudit;
import io.sealstream.reader.TopicRange;
import java.util.Optional;

/** @param why one line */
record LeftOutIntake(String why) implements IntakeSide {
    @Override
    public Optional<IntakeAudit> outcomes() {
        return Optional.empty();
    }

    @Override
    public FaultSummary audit(TopicRange sealed, Optional<LedgerTopics> named, Coverage coverage) {
        coverage.notChecked(IntakeSide.notChecked(why));
        return FaultSummary.NONE;
    }

    @Override
    public void close() {
        // Nothing is kept.
    }
}
