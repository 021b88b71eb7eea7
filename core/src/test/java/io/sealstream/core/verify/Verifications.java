package io.sealstream.core.verify;

import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.SignatureSchemes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Short words for what most tests of this package do. */
final class Verifications {
    static final CertificateVerifier VERIFIER = new CertificateVerifier(SignatureSchemes.supported());

    private Verifications() {}

    static Verification ofFile() {
        return new Verification(VERIFIER, new InMemoryEventIds(), VerificationOptions.OF_FILE);
    }

    /** The records as a file would give them, line by line. */
    static List<LedgerRecord> lines(List<SealedEvent> events) {
        List<LedgerRecord> lines = new ArrayList<>();
        events.forEach(event -> lines.add(LedgerRecord.ofFile(lines.size() + 1, new LedgerRecord.Decoded(event))));
        return lines;
    }

    static VerificationResult result(List<SealedEvent> events, TrustedCheckpoint... checkpoints) {
        Verification verification = ofFile();
        List.of(checkpoints).forEach(verification::expect);
        verification.accept(lines(events));
        return verification.resultAtEnd();
    }

    /** All faults, each as in {@code "16 CHAIN_BROKEN"}. */
    static List<String> faults(List<SealedEvent> events, TrustedCheckpoint... checkpoints) {
        return inShort(result(events, checkpoints).faults().listed());
    }

    static List<String> inShort(List<Fault> faults) {
        return faults.stream()
                .map(fault -> fault.sequence() + " " + fault.kind())
                .toList();
    }

    static Verdict verdict(List<SealedEvent> events) {
        return result(events).verdict(Set.of());
    }
}
