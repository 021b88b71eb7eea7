package io.sealstream.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.vectors.Vectors;
import io.sealstream.core.verify.VerificationOptions.Signatures;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Without the mathematics of ordinary certificates; all else is judged. */
class SkippedSignaturesTest {
    @Test
    void anOrdinaryEventsSignatureIsNotVerified() {
        assertThat(faults("forged-signature", Signatures.NONE)).doesNotContain(FaultKind.SIGNATURE_INVALID);
    }

    @Test
    void itsKeyIsJudged() {
        assertThat(faults("revoked-key-used", Signatures.NONE)).contains(FaultKind.KEY_REVOKED);
        assertThat(faults("key-added-by-producer", Signatures.NONE)).contains(FaultKind.KEY_NOT_AUTHORIZED);
    }

    @Test
    void whereTheLedgerRequiresItItIsVerifiedOnRequest() {
        assertThat(faults("forged-signature", Signatures.REQUIRED)).contains(FaultKind.SIGNATURE_INVALID);
    }

    private static List<FaultKind> faults(String ledger, Signatures signatures) {
        Verification verification = new Verification(
                Verifications.VERIFIER, new InMemoryEventIds(), VerificationOptions.OF_FILE.withSignatures(signatures));
        return verification.accept(Verifications.lines(Vectors.ledger(ledger))).stream()
                .map(Fault::kind)
                .toList();
    }
}
