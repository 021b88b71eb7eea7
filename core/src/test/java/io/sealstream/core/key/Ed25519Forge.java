package io.sealstream.core.key;

import io.sealstream.core.Bytes;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A signer that may choose its key's point, its nonce and what it adds to R: all that a hostile one can choose. */
record Ed25519Forge(BigInteger secret, EdwardsPoint publicPoint) {
    static Ed25519Forge honest(long secret) {
        BigInteger scalar = BigInteger.valueOf(secret);
        return new Ed25519Forge(scalar, EdwardsPoint.BASE.times(scalar));
    }

    Ed25519Forge withTorsion(EdwardsPoint torsion) {
        return new Ed25519Forge(secret, publicPoint.plus(torsion));
    }

    Bytes publicKey() {
        return publicPoint.encode();
    }

    Bytes sign(byte[] statement, long nonce) {
        return sign(statement, nonce, EdwardsPoint.IDENTITY);
    }

    /** R is [nonce]B plus {@code torsion}, S as for R without it. */
    Bytes sign(byte[] statement, long nonce, EdwardsPoint torsion) {
        Bytes r = EdwardsPoint.BASE.times(nonce).plus(torsion).encode();
        return signature(r, scalarFor(statement, nonce, r));
    }

    /** S for an R in any encoding. */
    BigInteger scalarFor(byte[] statement, long nonce, Bytes r) {
        BigInteger challenge = challenge(r, statement);
        return BigInteger.valueOf(nonce).add(challenge.multiply(secret)).mod(EdwardsPoint.L);
    }

    BigInteger challenge(Bytes r, byte[] statement) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            digest.update(r.toByteArray());
            digest.update(publicKey().toByteArray());
            return EdwardsPoint.ofLittleEndian(digest.digest(statement)).mod(EdwardsPoint.L);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static Bytes signature(Bytes r, BigInteger scalar) {
        return Bytes.ofHex(r.hex() + EdwardsPoint.littleEndian(scalar).hex());
    }
}
