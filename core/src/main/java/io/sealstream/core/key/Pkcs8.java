package io.sealstream.core.key;

import io.sealstream.core.Bytes;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;
import org.jspecify.annotations.Nullable;

/**
 * How files have private keys: PKCS#8 in DER (RFC 5958) and in PEM (RFC 7468). What the secret in it looks like, each
 * algorithm says for itself. No message ever has a part of the secret.
 */
final class Pkcs8 {
    private static final String PEM_LABEL = "PRIVATE KEY";

    private Pkcs8() {}

    static Bytes encode(AlgorithmIdentifier algorithm, ASN1Encodable secret) {
        try {
            return Bytes.wrap(new PrivateKeyInfo(algorithm, secret).getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException("a private key could not be encoded in memory", e);
        }
    }

    static PrivateKeyInfo parse(Bytes der) {
        try {
            // Of no bytes at all, Bouncy Castle makes null.
            return Objects.requireNonNull(PrivateKeyInfo.getInstance(ASN1Primitive.fromByteArray(der.unsafeArray())));
        } catch (IOException | RuntimeException e) {
            throw unreadable("it is not PKCS#8", e);
        }
    }

    /** The secret in {@code info}, as what its algorithm makes of it. */
    static <T> T secret(PrivateKeyInfo info, Reading<T> reading, String expected) {
        try {
            return reading.read(info.parsePrivateKey().toASN1Primitive());
        } catch (IOException | RuntimeException e) {
            throw unreadable("the secret in it is not " + expected, e);
        }
    }

    interface Reading<T> {
        T read(ASN1Primitive secret);
    }

    /** @param stated the public key that a file has beside the private one, or null where it has none */
    static void requireOwn(@Nullable ASN1BitString stated, byte[] actual) {
        if (stated != null && !(stated.getPadBits() == 0 && Arrays.equals(stated.getBytes(), actual))) {
            throw unreadable("the public key in it belongs to another private key", null);
        }
    }

    static String armour(Bytes der) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(PEM_LABEL, der.unsafeArray()));
        } catch (IOException e) {
            throw new UncheckedIOException("a private key could not be written to memory", e);
        }
        return text.toString();
    }

    static Bytes unarmour(String pem) {
        PemObject object = readPem(pem);
        if (object == null || !object.getType().equals(PEM_LABEL)) {
            throw unreadable("it has no line -----BEGIN " + PEM_LABEL + "-----", null);
        }
        return Bytes.wrap(object.getContent());
    }

    private static @Nullable PemObject readPem(String pem) {
        try (PemReader reader = new PemReader(new StringReader(pem))) {
            return reader.readPemObject();
        } catch (IOException | RuntimeException e) {
            throw unreadable("its PEM text is damaged", e);
        }
    }

    static IllegalArgumentException unreadable(String why, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "a private key in PKCS#8 is needed, of Ed25519, ECDSA on P-256 or ML-DSA-65, but " + why
                        + "; make one with: sealstream keygen",
                cause);
    }
}
