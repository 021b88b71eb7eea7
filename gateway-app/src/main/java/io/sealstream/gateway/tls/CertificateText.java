package io.sealstream.gateway.tls;

import io.sealstream.command.CommandFailure;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/** X.509 certificates in PEM. */
final class CertificateText {
    private CertificateText() {}

    /**
     * All that {@code text} holds, at least one.
     *
     * @param name of the key that {@code file} was given with, for messages
     * @throws CommandFailure where it holds none, or one that is not valid at {@code now}
     */
    static List<X509Certificate> parse(String name, Path file, String text, Instant now) {
        List<X509Certificate> certificates = certificates(name, file, text);
        if (certificates.isEmpty()) {
            throw noCertificate(name, file, "it holds none");
        }
        certificates.forEach(certificate -> requireValid(name, file, certificate, now));
        return certificates;
    }

    private static List<X509Certificate> certificates(String name, Path file, String text) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (CertificateException e) {
            throw noCertificate(name, file, String.valueOf(e.getMessage()));
        }
    }

    private static CommandFailure noCertificate(String name, Path file, String why) {
        return CommandFailure.usage(name + " " + file + " has no certificate that can be read (" + why
                + "); give a PEM file of X.509 certificates");
    }

    private static void requireValid(String name, Path file, X509Certificate certificate, Instant now) {
        Instant from = certificate.getNotBefore().toInstant();
        Instant to = certificate.getNotAfter().toInstant();
        String which = name + " " + file + ": the certificate of " + certificate.getSubjectX500Principal();
        if (now.isAfter(to)) {
            throw CommandFailure.usage(which + " expired at " + to + "; give one that is valid");
        }
        if (now.isBefore(from)) {
            throw CommandFailure.usage(
                    which + " is not valid before " + from + "; check this machine's clock, or wait");
        }
    }
}
