package io.sealstream.core.key;

/** Whose code computes signatures. All keep the same rules, so that their answers never differ; some are faster. */
public enum SignatureProvider {
    BOUNCYCASTLE,
    /** Ed25519 by the Amazon Corretto Crypto Provider, a jar with native code that has to be on the class path. */
    CORRETTO;

    /** @throws IllegalStateException saying what is missing */
    public SignatureSchemes schemes() {
        return switch (this) {
            case BOUNCYCASTLE -> SignatureSchemes.supported();
            case CORRETTO ->
                SignatureSchemes.supported()
                        .with(CorrettoEd25519Scheme.find()
                                .orElseThrow(() -> new IllegalStateException(
                                        "the Amazon Corretto Crypto Provider is not on the class path, or does not work"
                                                + " on this machine; add its jar for this platform, or use"
                                                + " bouncycastle")));
        };
    }
}
