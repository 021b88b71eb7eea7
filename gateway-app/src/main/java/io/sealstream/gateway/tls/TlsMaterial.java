package io.sealstream.gateway.tls;

import com.linecorp.armeria.common.TlsKeyPair;
import io.sealstream.command.CommandFailure;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * What a listener proves itself with, and by whom its clients are known.
 *
 * @param clientAuthorities none where clients need no certificate
 */
record TlsMaterial(TlsKeyPair keyPair, List<X509Certificate> clientAuthorities) {
    /** @throws CommandFailure where something is no certificate or key, is not valid now, or does not fit together */
    static TlsMaterial of(TlsFiles files, TlsFiles.Texts texts, Instant now) {
        List<X509Certificate> chain =
                CertificateText.parse(TlsFiles.CERTIFICATE, files.certificate(), texts.certificate(), now);
        TlsKeyPair keyPair = keyPair(files, texts);
        if (!KeyMatch.isPair(keyPair.privateKey(), chain.getFirst().getPublicKey())) {
            throw CommandFailure.usage(TlsFiles.KEY + " " + files.key() + " is not the key of the certificate in "
                    + files.certificate() + " (" + chain.getFirst().getSubjectX500Principal()
                    + "); give the two that were made together");
        }
        List<X509Certificate> authorities = files.clientCa() == null || texts.clientCa() == null
                ? List.of()
                : CertificateText.parse(TlsFiles.CLIENT_CA, files.clientCa(), texts.clientCa(), now);
        return new TlsMaterial(keyPair, authorities);
    }

    /** After this the certificate is worth nothing. */
    Instant expiry() {
        return keyPair.certificateChain().getFirst().getNotAfter().toInstant();
    }

    private static TlsKeyPair keyPair(TlsFiles files, TlsFiles.Texts texts) {
        try {
            return TlsKeyPair.of(stream(texts.key()), stream(texts.certificate()));
        } catch (RuntimeException e) { // without the cause, which might quote the key
            throw CommandFailure.usage(TlsFiles.KEY + " " + files.key()
                    + " has no private key that can be read; give a PEM file with one, RSA, EC or Ed25519, that has no"
                    + " password");
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
