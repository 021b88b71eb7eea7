package io.sealstream.gateway;

import io.sealstream.client.EventSigner;
import io.sealstream.client.keys.PrivateKeyFile;
import io.sealstream.command.CommandFailure;
import io.sealstream.core.Hash;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.key.PrivateKey;
import java.nio.file.Path;

/** The key with which a gateway certifies for its clients. */
final class GatewaySigner {
    private GatewaySigner() {}

    /** @throws CommandFailure where {@code file} is no key, or none for events of this ledger */
    static EventSigner read(Path file, Genesis genesis, Hash ledgerId) {
        PrivateKey key = PrivateKeyFile.read(CallerConfig.SIGNING_KEY, file);
        if (genesis.certification() != Certification.REQUIRED) {
            throw refused(file, "is of no use: this ledger takes events without a certificate; leave it out");
        }
        if (genesis.rootKeys().stream().anyMatch(root -> root.publicKey().equals(key.publicKey()))) {
            throw refused(
                    file,
                    "is a root key, which certifies no events; make another with: sealstream keygen, and add it with:"
                            + " sealstream key add");
        }
        return EventSigner.each(ledgerId, key);
    }

    private static CommandFailure refused(Path file, String why) {
        return CommandFailure.usage(CallerConfig.SIGNING_KEY + "=" + file + " " + why);
    }
}
