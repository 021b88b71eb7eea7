package io.sealstream.benchmarks;

import io.sealstream.command.ConfigLayers;
import io.sealstream.core.Bytes;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.key.SignatureAlgorithm;
import io.sealstream.core.key.SignatureScheme;
import io.sealstream.reader.SignatureProviderKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;

/**
 * The floor of single certificates: Ed25519 signatures that one core checks, times the cores, by the code that sealers
 * and verifiers are given.
 */
final class SignatureChecks implements Measurement {
    static final Figure ALL_CORES = Figure.rate("ed25519.cores", null);
    private static final Duration STEADY = Duration.ofSeconds(2);
    private static final int STATEMENT_BYTES = 150;

    @Override
    public List<Figure> figures() {
        return List.of(ALL_CORES);
    }

    @Override
    public Map<Figure, Double> run(Bench bench) throws Exception {
        Ed25519SigningKey key = Ed25519SigningKey.generate(new SecureRandom());
        SignatureScheme scheme = scheme(System.getenv());
        byte[] statement = new byte[STATEMENT_BYTES];
        Bytes signature = key.sign(statement);
        Bytes publicKey = key.publicKey().encoded();
        double rate = Steady.perSecond(STEADY, () -> {
            if (!scheme.verify(publicKey, statement, signature)) {
                throw new IllegalStateException("a right signature was called wrong");
            }
            return 1;
        });
        return Map.of(ALL_CORES, rate * Runtime.getRuntime().availableProcessors());
    }

    /** Chosen as sealers and verifiers that are started here choose it. */
    static SignatureScheme scheme(Map<String, String> environment) {
        ConfigLayers layers = new ConfigLayers(SignatureProviderKey.define(new ConfigDef())).environment(environment);
        return SignatureProviderKey.schemes(layers.load().settings())
                .find(SignatureAlgorithm.ED25519)
                .orElseThrow();
    }
}
