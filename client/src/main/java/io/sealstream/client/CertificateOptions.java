package io.sealstream.client;

import io.sealstream.client.keys.PrivateKeyFile;
import io.sealstream.command.CommandFailure;
import io.sealstream.core.control.Certification;
import io.sealstream.core.key.SigningKey;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Either a key or none. */
final class CertificateOptions {
    @Option(
            names = "--key",
            required = true,
            paramLabel = "FILE",
            description = "Private key of a producer, which certifies the events.")
    private @Nullable Path key;

    @Option(
            names = "--no-certificate",
            required = true,
            description = "Send without certificates, where the ledger does not require them.")
    private boolean none;

    /** The key, or null where there shall be no certificates. */
    @Nullable
    SigningKey signingKey() {
        return none || key == null ? null : PrivateKeyFile.read("--key", key);
    }

    /** @param batch events under one signature, at least 1 */
    static EventSigner signer(@Nullable SigningKey key, int batch, LedgerClient client) {
        if (key != null) {
            return batch > 1 ? EventSigner.together(client.ledgerId(), key) : EventSigner.each(client.ledgerId(), key);
        }
        if (client.genesis().certification() == Certification.REQUIRED) {
            throw CommandFailure.usage("--no-certificate is not allowed: the ledger "
                    + client.genesis().ledger() + " requires certificates; give --key");
        }
        return EventSigner.none();
    }
}
