package io.sealstream.benchmarks;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.ConfigLayers;
import io.sealstream.core.Bytes;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.key.SignatureAlgorithm;
import io.sealstream.core.key.SignatureProvider;
import io.sealstream.core.key.SignatureScheme;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The floor of single certificates: Ed25519 signatures that one core checks, times the cores, by the code that the sealers
 * are given.
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

    /** A sealer that is started here takes the same variable, and the same default. */
    static SignatureScheme scheme(Map<String, String> environment) {
        String variable = ConfigLayers.variable("signature.provider");
        String provider = environment.getOrDefault(variable, "bouncycastle");
        try {
            return SignatureProvider.valueOf(provider.toUpperCase(Locale.ROOT))
                    .schemes()
                    .find(SignatureAlgorithm.ED25519)
                    .orElseThrow();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw CommandFailure.usage(variable + '=' + provider + " is not allowed: " + e.getMessage());
        }
    }
}
