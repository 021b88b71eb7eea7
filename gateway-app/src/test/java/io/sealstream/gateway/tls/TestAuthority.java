package io.sealstream.gateway.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that gives certificates to servers at this machine and to clients. */
public final class TestAuthority {
    private static final Duration LIFE = Duration.ofHours(1);
    private static final AtomicLong SERIAL = new AtomicLong(1);

    private final X500Name name;
    private final KeyPair keys = keyPair();
    private final X509Certificate certificate;

    private TestAuthority(String name) {
        this.name = new X500Name(name);
        this.certificate = sign(this.name, keys, Instant.now().plus(LIFE), true);
    }

    public static TestAuthority named(String name) {
        return new TestAuthority(name);
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public TestIdentity issue(String subject) {
        return issue(subject, Instant.now().plus(LIFE));
    }

    /** Its certificate is of no use any more. */
    public TestIdentity issueExpired(String subject) {
        return issue(subject, Instant.now().minusSeconds(1));
    }

    private TestIdentity issue(String subject, Instant end) {
        KeyPair own = keyPair();
        return new TestIdentity(own.getPrivate(), sign(new X500Name(subject), own, end, false));
    }

    private X509Certificate sign(X500Name subject, KeyPair own, Instant end, boolean isAuthority) {
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                            name,
                            BigInteger.valueOf(SERIAL.getAndIncrement()),
                            Date.from(end.minus(LIFE.multipliedBy(2))),
                            Date.from(end),
                            subject,
                            own.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority))
                    .addExtension(
                            Extension.subjectAlternativeName,
                            false,
                            new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
