package io.sealstream.verifier.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.core.verify.FaultKind;
import io.sealstream.core.verify.Verification;
import io.sealstream.core.verify.VerificationOptions;
import io.sealstream.reader.FileLedgerReader;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.StoredRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ledger of several batches, in which one record out of 39 is out of order, and a memory of event ids that fails. */
class LedgerFoldTest {
    private static final Path VALID = Path.of("src/test/resources/vectors/ledgers/valid.jsonl");
    private static final int COPIES = 60;
    private static final int ASKED_BEFORE_IT_FAILS = 1_700;

    private final List<StoredRecord> ledger = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final Verification verification = new Verification(
            new CertificateVerifier(SignatureSchemes.supported()), eventId -> this::add, VerificationOptions.OF_FILE);

    private boolean add() {
        if (asked.incrementAndGet() > ASKED_BEFORE_IT_FAILS) {
            throw new OutOfMemoryError("no more");
        }
        return true;
    }

    @BeforeEach
    void read() throws LedgerUnreadableException {
        try (FileLedgerReader reader = FileLedgerReader.open(VALID)) {
            var unused = reader.readStored(ledger::add);
        }
    }

    @Test
    void whatWasFoundBeforeARunBreaksOffIsNotLost() {
        assertThatThrownBy(this::fold).isInstanceOf(OutOfMemoryError.class).hasMessage("no more");

        long startsAnew = ASKED_BEFORE_IT_FAILS / ledger.size();
        assertThat(verification.faultsOfRecords().counts()).containsEntry(FaultKind.SEQUENCE_REGRESSION, startsAnew);
    }

    private void fold() {
        try (LedgerFold fold = new LedgerFold(verification, null, new Stop(), RunListener.NONE)) {
            for (int copy = 0; copy < COPIES; copy++) {
                ledger.forEach(fold);
            }
            fold.finish();
        }
    }
}
