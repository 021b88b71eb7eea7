package io.sealstream.client.keys;

import io.sealstream.command.CommandFailure;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.core.key.SignatureSchemes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A public key in a file: one line with algorithm, key in base64 and key id. */
public final class PublicKeyFile {
    private PublicKeyFile() {}

    /**
     * @param flag that names the file, for messages
     * @throws CommandFailure where it can't be read, or a ledger would refuse the key
     */
    public static NamedPublicKey read(String flag, Path file) {
        try {
            NamedPublicKey key = NamedPublicKey.parse(Files.readString(file));
            var unused = KeyIds.checked(key.keyId().value());
            requireAllowed(key);
            return key;
        } catch (IOException e) {
            throw CommandFailure.usage(flag + " " + file + " can't be read (" + e + "); check the path");
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(
                    flag + " " + file + ": " + e.getMessage() + "; give the .pub file that keygen made");
        }
    }

    private static void requireAllowed(NamedPublicKey key) {
        CertificateVerifier verifier = new CertificateVerifier(SignatureSchemes.supported());
        if (verifier.allows(key.publicKey()) != CertificateVerifier.Answer.VALID) {
            throw new IllegalArgumentException(
                    "it is no key that " + key.publicKey().algorithm().jsonName() + " allows here");
        }
    }
}
