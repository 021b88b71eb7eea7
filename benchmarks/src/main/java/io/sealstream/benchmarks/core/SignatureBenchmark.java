package io.sealstream.benchmarks.core;

import io.sealstream.core.Bytes;
import io.sealstream.core.key.EcdsaP256SigningKey;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.key.MlDsa65SigningKey;
import io.sealstream.core.key.SignatureAlgorithm;
import io.sealstream.core.key.SignatureScheme;
import io.sealstream.core.key.SignatureSchemes;
import io.sealstream.core.key.SigningKey;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One signature over a statement of 150 bytes, checked with the schemes that every command uses. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SignatureBenchmark {
    private static final int STATEMENT_BYTES = 150;

    @Param({"ED25519", "ECDSA_P256_SHA256", "ML_DSA_65"})
    public SignatureAlgorithm algorithm = SignatureAlgorithm.ED25519;

    private final byte[] statement = new byte[STATEMENT_BYTES];
    private SignatureScheme scheme = scheme(algorithm);
    private Bytes publicKey = Bytes.wrap(new byte[0]);
    private Bytes signature = publicKey;

    @Setup
    public void sign() {
        SecureRandom random = new SecureRandom();
        SigningKey key = switch (algorithm) {
            case ED25519 -> Ed25519SigningKey.generate(random);
            case ECDSA_P256_SHA256 -> EcdsaP256SigningKey.generate(random);
            case ML_DSA_65 -> MlDsa65SigningKey.generate(random);
            default -> throw new IllegalStateException("nobody here can sign with " + algorithm);
        };
        scheme = scheme(algorithm);
        publicKey = key.publicKey().encoded();
        signature = key.sign(statement);
    }

    private static SignatureScheme scheme(SignatureAlgorithm algorithm) {
        return SignatureSchemes.supported().find(algorithm).orElseThrow();
    }

    @Benchmark
    public boolean verify() {
        return scheme.verify(publicKey, statement, signature);
    }
}
