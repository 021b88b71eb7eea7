package io.sealstream.verifier.run;

import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.verifier.report.Source;
import java.util.Optional;

/** Where a ledger is to be read. */
public sealed interface LedgerSource permits FileSource, TopicSource {
    /** For the report. */
    Source describe();

    /** The ledger's name, where it was asked for by its name. */
    Optional<String> askedFor();

    /**
     * Finds the ledger and fixes the end.
     *
     * @param coverage is told what is found and what is left out
     * @throws LedgerUnreadableException where it can't be read at all
     */
    OpenLedger open(Coverage coverage) throws LedgerUnreadableException;
}
