package io.sealstream.core.seal;

import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.InMemoryEventIds;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.core.verify.TrustedCheckpoint;
import io.sealstream.core.verify.Verification;
import io.sealstream.core.verify.VerificationOptions;
import io.sealstream.core.verify.VerificationResult;
import java.util.List;
import java.util.stream.IntStream;

/** What the verifier says of a ledger, read from its first record to its last. */
final class Verified {
    private Verified() {}

    static VerificationResult of(List<SealedEvent> ledger, TrustedCheckpoint... checkpoints) {
        Verification verification =
                new Verification(TestLedger.CERTIFICATES, new InMemoryEventIds(), VerificationOptions.OF_FILE);
        List.of(checkpoints).forEach(verification::expect);
        verification.accept(IntStream.range(0, ledger.size())
                .mapToObj(i -> LedgerRecord.ofFile(i + 1, new LedgerRecord.Decoded(ledger.get(i))))
                .toList());
        return verification.resultAtEnd();
    }
}
