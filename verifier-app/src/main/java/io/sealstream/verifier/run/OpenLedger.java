package io.sealstream.verifier.run;

import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.verify.FaultSummary;
import io.sealstream.core.verify.IntakeAudit;
import io.sealstream.core.verify.VerificationOptions;
import io.sealstream.reader.LedgerReader;
import java.util.Optional;

/** A ledger whose end is fixed, and what there is to look at besides its records. */
public interface OpenLedger extends AutoCloseable {
    LedgerReader reader();

    VerificationOptions options();

    /** About how many records there are, or {@link io.sealstream.command.Progress#UNKNOWN}. */
    long expectedRecords();

    /** What is to be told of the sealed records; empty where only they are at hand. */
    Optional<IntakeAudit> outcomes();

    /**
     * Looks at the rest, when all records were read.
     *
     * @param named the topics that the ledger names; empty where it has no good genesis
     * @param coverage is told what was looked at and what was not
     * @return the faults of that rest
     */
    FaultSummary audit(Optional<LedgerTopics> named, Coverage coverage);

    @Override
    void close();
}
