package io.sealstream.core.seal;

import io.sealstream.core.event.CertificateVerifier;

/**
 * Looks at certificates before their turn, on any thread, since signatures cost more than everything else. It decides
 * nothing: the {@link CertificateVerifier} remembers what the mathematics gave, and the {@link Sealer} asks it in order,
 * with the keys that are registered by then.
 */
public final class Foresight {
    private final CertificateCheck certificates;

    /** @param certificates the sealer's */
    public Foresight(CertificateVerifier certificates) {
        this.certificates = new CertificateCheck(certificates);
    }

    /** @param keys some that were registered lately; with others the look was for nothing, and is repeated in order */
    public void look(LedgerSettings ledger, KeyRegister keys, IntakeRecord.Content.Decoded decoded) {
        Refusal unused = certificates.check(ledger, keys, decoded);
    }
}
