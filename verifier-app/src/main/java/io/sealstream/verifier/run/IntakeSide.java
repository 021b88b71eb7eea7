package io.sealstream.verifier.run;

import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.verify.FaultKind;
import io.sealstream.core.verify.FaultSummary;
import io.sealstream.core.verify.IntakeAudit;
import io.sealstream.reader.TopicRange;
import io.sealstream.verifier.report.NotChecked;
import java.util.Optional;

/** The intake, as far as it is at hand. */
interface IntakeSide extends AutoCloseable {
    /** What the rule is about, for people. */
    String RULE = "That every intake record has one outcome";

    /** @param why without a full stop */
    static NotChecked notChecked(String why) {
        return NotChecked.of(RULE + ": " + why + ".", FaultKind.INTAKE_UNSEALED, FaultKind.INTAKE_OUTCOME_TWICE);
    }

    /** What the sealed records are told to; empty where nobody will audit. */
    Optional<IntakeAudit> outcomes();

    /**
     * @param sealed what was read of the sealed topic
     * @param named the topics that the ledger names; empty where it has no good genesis
     */
    FaultSummary audit(TopicRange sealed, Optional<LedgerTopics> named, Coverage coverage);

    @Override
    void close();
}
