package io.sealstream.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.vectors.Vectors;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Without the mathematics of ordinary certificates; all else is judged. */
class SkippedSignaturesTest {
    @Test
    void anOrdinaryEventsSignatureIsNotVerified() {
        assertThat(faults("forged-signature")).doesNotContain(FaultKind.SIGNATURE_INVALID);
    }

    @Test
    void itsKeyIsJudged() {
        assertThat(faults("revoked-key-used")).contains(FaultKind.KEY_REVOKED);
        assertThat(faults("key-added-by-producer")).contains(FaultKind.KEY_NOT_AUTHORIZED);
    }

    private static List<FaultKind> faults(String ledger) {
        Verification verification = new Verification(
                Verifications.VERIFIER, new InMemoryEventIds(), VerificationOptions.OF_FILE.withSignatures(false));
        return verification.accept(Verifications.lines(Vectors.ledger(ledger))).stream()
                .map(Fault::kind)
                .toList();
    }
}
