package io.sealstream.core.key;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The algorithms that can be checked here. A verifier that lacks the one a ledger uses calls it INCOMPLETE. */
public final class SignatureSchemes {
    private static final SignatureSchemes SUPPORTED =
            of(List.of(new Ed25519Scheme(), new EcdsaP256Scheme(), new MlDsa65Scheme()));

    private final Map<SignatureAlgorithm, SignatureScheme> schemes;

    private SignatureSchemes(Map<SignatureAlgorithm, SignatureScheme> schemes) {
        this.schemes = schemes;
    }

    /** All that this build has. A further algorithm is added here and nowhere else. */
    public static SignatureSchemes supported() {
        return SUPPORTED;
    }

    /** @throws IllegalArgumentException where two are for the same algorithm */
    public static SignatureSchemes of(List<SignatureScheme> schemes) {
        Map<SignatureAlgorithm, SignatureScheme> byAlgorithm = new EnumMap<>(SignatureAlgorithm.class);
        for (SignatureScheme scheme : schemes) {
            if (byAlgorithm.put(scheme.algorithm(), scheme) != null) {
                throw new IllegalArgumentException("two schemes for " + scheme.algorithm() + "; give one");
            }
        }
        return new SignatureSchemes(byAlgorithm);
    }

    /** The same with {@code scheme} in the place of the one for its algorithm. */
    SignatureSchemes with(SignatureScheme scheme) {
        Map<SignatureAlgorithm, SignatureScheme> others = new EnumMap<>(schemes);
        others.put(scheme.algorithm(), scheme);
        return new SignatureSchemes(others);
    }

    public Optional<SignatureScheme> find(SignatureAlgorithm algorithm) {
        return Optional.ofNullable(schemes.get(algorithm));
    }
}
