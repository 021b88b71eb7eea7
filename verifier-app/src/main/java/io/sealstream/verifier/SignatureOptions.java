package io.sealstream.verifier;

import io.sealstream.command.ConfigLayers;
import io.sealstream.reader.SignatureProviderKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which signatures are checked, and with whose code; a picocli mixin. */
final class SignatureOptions {
    @Option(
            names = "--signatures",
            paramLabel = "check|skip",
            defaultValue = "check",
            description =
                    "Whether the signatures of ordinary events are verified (${DEFAULT-VALUE}). Those of control events "
                            + "always are.")
    private SignatureChoice choice = SignatureChoice.CHECK;

    @Option(
            names = "--signature-provider",
            paramLabel = "bouncycastle|corretto",
            description = "Whose code checks signatures (signature.provider; by default bouncycastle).")
    private @Nullable String provider;

    private enum SignatureChoice {
        CHECK,
        SKIP
    }

    boolean areVerified() {
        return choice == SignatureChoice.CHECK;
    }

    /** Adds the flag of a key to {@code layers}, which {@link SignatureProviderKey} has defined. */
    ConfigLayers over(ConfigLayers layers) {
        return layers.flag(SignatureProviderKey.SIGNATURE_PROVIDER, "--signature-provider", provider);
    }
}
