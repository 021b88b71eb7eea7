package io.sealstream.core.key;

import io.sealstream.core.Bytes;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;
import org.jspecify.annotations.Nullable;

/** An Ed25519 private key as a file has it: PKCS#8 in DER (RFC 5958, RFC 8410) and in PEM (RFC 7468). */
final class Ed25519Pkcs8 {
    /** id-Ed25519 of RFC 8410. It has no parameters. */
    private static final AlgorithmIdentifier ED25519 = new AlgorithmIdentifier(new ASN1ObjectIdentifier("1.3.101.112"));

    private static final String PEM_LABEL = "PRIVATE KEY";

    private Ed25519Pkcs8() {}

    static Bytes encode(byte[] seed) {
        try {
            return Bytes.wrap(new PrivateKeyInfo(ED25519, new DEROctetString(seed)).getEncoded());
        } catch (IOException e) {
            throw new UncheckedIOException("a private key could not be encoded in memory", e);
        }
    }

    static Ed25519SigningKey parse(Bytes der) {
        PrivateKeyInfo info = parseInfo(der);
        if (!ED25519.equals(info.getPrivateKeyAlgorithm())) {
            throw unreadable("its algorithm is " + info.getPrivateKeyAlgorithm().getAlgorithm(), null);
        }
        Ed25519SigningKey key = Ed25519SigningKey.ofSeed(parseSeed(info));
        ASN1BitString publicKey = info.getPublicKeyData();
        if (publicKey != null
                && !Bytes.of(publicKey.getOctets()).equals(key.publicKey().encoded())) {
            throw unreadable("the public key in it belongs to another private key", null);
        }
        return key;
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

    private static PrivateKeyInfo parseInfo(Bytes der) {
        try {
            return PrivateKeyInfo.getInstance(ASN1Primitive.fromByteArray(der.unsafeArray()));
        } catch (IOException | RuntimeException e) {
            throw unreadable("it is not PKCS#8", e);
        }
    }

    private static Bytes parseSeed(PrivateKeyInfo info) {
        try {
            return Bytes.of(ASN1OctetString.getInstance(info.parsePrivateKey()).getOctets());
        } catch (IOException | RuntimeException e) {
            throw unreadable("the secret in it is not an octet string", e);
        }
    }

    private static IllegalArgumentException unreadable(String why, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "an Ed25519 private key in PKCS#8 is needed, but " + why
                        + "; make one with: openssl genpkey -algorithm ed25519",
                cause);
    }
}
