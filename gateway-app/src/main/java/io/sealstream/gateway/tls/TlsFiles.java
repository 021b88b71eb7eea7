package io.sealstream.gateway.tls;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.SecretFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The PEM files of a listener.
 *
 * @param certificate the gateway's, and those between it and its authority
 * @param key of the certificate
 * @param clientCa authorities of clients, each of which then needs a certificate; or null
 */
public record TlsFiles(Path certificate, Path key, @Nullable Path clientCa) {
    /** The keys of the configuration, by which messages name the files. */
    public static final String CERTIFICATE = "tls.certificate";

    public static final String KEY = "tls.key";
    public static final String CLIENT_CA = "tls.client.ca";

    /** What they hold at one time. */
    record Texts(String certificate, String key, @Nullable String clientCa) {
        /** The key is secret. */
        @Override
        public String toString() {
            return "the texts of a certificate and its key";
        }
    }

    /** @throws CommandFailure where one can't be read, or others may read the key */
    Texts read() {
        return new Texts(
                text(CERTIFICATE, certificate),
                SecretFile.read(KEY, key),
                clientCa == null ? null : text(CLIENT_CA, clientCa));
    }

    private static String text(String name, Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw CommandFailure.usage(
                    name + " " + file + " can't be read (" + e + "); check the path, and who may read it");
        }
    }
}
