package io.sealstream.core.verify;

import io.sealstream.core.Hash;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.event.CertificateVerifier.Answer;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.key.PublicKey;

/**
 * The last question about a certificate, which costs the most. It changes nothing for the records behind it, so that the
 * answers of many records are found on all cores and told afterwards.
 */
record SignatureCheck(
        CertifiedEvent certified, Certificate certificate, PublicKey key, Hash ledgerId, Objection objection) {

    /** Safe to call on any thread, beside others. */
    Answer answer(CertificateVerifier verifier) {
        return verifier.verify(certified, key, ledgerId);
    }

    void tell(Answer answer, Notes notes) {
        switch (answer) {
            case VALID -> {}
            case INVALID -> objection.raise(FaultKind.SIGNATURE_INVALID, invalid());
            case UNSUPPORTED -> notes.unsupported(key.algorithm().jsonName());
        }
    }

    private String invalid() {
        return certificate.algorithm() == key.algorithm()
                ? "the certificate does not verify with the key " + certificate.keyId()
                : "the certificate says " + certificate.algorithm().jsonName() + ", the key " + certificate.keyId()
                        + " is of " + key.algorithm().jsonName();
    }
}
