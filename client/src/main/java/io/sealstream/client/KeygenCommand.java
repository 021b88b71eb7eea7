package io.sealstream.client;

import io.sealstream.client.keys.KeyAlgorithms;
import io.sealstream.client.keys.KeyPairFiles;
import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import io.sealstream.command.SealstreamCommand;
import io.sealstream.core.event.KeyIds;
import io.sealstream.core.key.PrivateKey;
import io.sealstream.core.key.SignatureAlgorithm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "keygen",
        description = {
            "Makes a key: a private one (PKCS#8 in PEM, mode 0600, with its key id) and a public one (.pub)."
                    + " Nothing is ever overwritten. Prints the key id.",
        },
        exitCodeList = {"0:both files were made", "2:wrong arguments", "5:a file is there already, or can't be written"
        },
        footer = {
            "  sealstream keygen --out root.pem --name root",
            "  sealstream keygen --out keys/",
            "  sealstream keygen --out archive.pem --name archive-1 --algorithm ml-dsa-65"
        })
final class KeygenCommand extends SealstreamCommand {
    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE|DIR",
            description = "The private key's file; or a directory, for files named after the key id."
                    + " With a / at its end it is a directory, which is made where there is none.")
    private String out = "";

    @Option(
            names = "--name",
            paramLabel = "KEYID",
            description = "The key id, once and for ever (by default it is made of the public key).")
    private @Nullable String name;

    @Option(
            names = "--algorithm",
            defaultValue = "ed25519",
            paramLabel = "ALGORITHM",
            converter = KeyAlgorithms.class,
            completionCandidates = KeyAlgorithms.class,
            description = "One of: ${COMPLETION-CANDIDATES} (by default ed25519, which checkpoint keys must be).")
    private SignatureAlgorithm algorithm = SignatureAlgorithm.ED25519;

    @Override
    protected ExitCode run() throws IOException {
        PrivateKey key = named(PrivateKey.generate(algorithm, new SecureRandom()));
        KeyPairFiles files = files(key.keyId().value());
        files.create(key);
        out().println(key.keyId());
        err().println("Wrote the private key to " + files.privateKey()
                + ", which stays with you, and the public key to " + files.publicKey() + ", which anyone may have.");
        return ExitCode.OK;
    }

    private KeyPairFiles files(String keyId) throws IOException {
        Path path = Path.of(out);
        if (!out.endsWith("/") && !out.endsWith(File.separator)) {
            return KeyPairFiles.at(path, keyId);
        }
        KeyPairFiles files = KeyPairFiles.in(path, keyId);
        Files.createDirectories(path);
        return files;
    }

    private PrivateKey named(PrivateKey key) {
        if (name == null) {
            return key;
        }
        try {
            return key.withKeyId(KeyIds.checked(name));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage("--name " + name + " is not allowed: " + e.getMessage());
        }
    }
}
