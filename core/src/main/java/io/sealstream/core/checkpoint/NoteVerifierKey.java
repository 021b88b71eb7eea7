package io.sealstream.core.checkpoint;

import io.sealstream.core.Bytes;
import io.sealstream.core.key.Ed25519Scheme;
import io.sealstream.core.key.PublicKey;
import io.sealstream.core.key.SignatureAlgorithm;
import io.sealstream.core.key.SignatureScheme;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A public key that one trusts to sign notes, and the name that it signs under. Its text form is C2SP's {@code vkey}:
 * {@code name+hash+base64(0x01, public key)}.
 *
 * @param name as {@link NoteKeyId} has it; for a ledger's checkpoints its origin
 * @param publicKey an Ed25519 key that the format's rule allows
 */
public record NoteVerifierKey(String name, PublicKey publicKey) {
    private static final SignatureScheme ED25519 = new Ed25519Scheme();

    /** @throws NoteFormatException where the name or the key breaks its rule */
    public NoteVerifierKey {
        NoteKeyId.requireName(name);
        if (publicKey.algorithm() != SignatureAlgorithm.ED25519 || !ED25519.isAllowed(publicKey.encoded())) {
            throw new NoteFormatException("the verifier key of " + NoteFormatException.quoted(name)
                    + " is not an allowed Ed25519 key: " + publicKey);
        }
    }

    /** @throws NoteFormatException where {@code vkey} is not the text form of such a key */
    public static NoteVerifierKey parse(String vkey) {
        // Base64 has plus signs too: the name ends at the first, the hash at the second.
        String[] parts = vkey.split("\\+", 3);
        if (parts.length != 3) {
            throw new NoteFormatException("a verifier key is name+hash+key, not: " + NoteFormatException.quoted(vkey));
        }
        NoteVerifierKey key = new NoteVerifierKey(parts[0], parsePublicKey(parts[2]));
        if (!vkey.equals(key.toString())) {
            throw new NoteFormatException("a verifier key contradicts itself: it should be " + key + ", not: "
                    + NoteFormatException.quoted(vkey));
        }
        return key;
    }

    public NoteKeyId id() {
        return NoteKeyId.ofEd25519(name, publicKey.encoded());
    }

    /** Whether {@code signature} is this key's, over {@code text}. */
    boolean verify(String text, NoteSignature signature) {
        return ED25519.verify(publicKey.encoded(), text.getBytes(StandardCharsets.UTF_8), signature.signature());
    }

    private static PublicKey parsePublicKey(String base64) {
        byte[] typed;
        try {
            typed = Bytes.ofBase64(base64).unsafeArray();
        } catch (IllegalArgumentException e) {
            throw new NoteFormatException(
                    "the key in a verifier key is not standard base64: " + NoteFormatException.quoted(base64));
        }
        if (typed.length == 0 || typed[0] != NoteKeyId.ED25519) {
            throw new NoteFormatException(
                    "the key in a verifier key is not of type 1, Ed25519: " + NoteFormatException.quoted(base64));
        }
        return new PublicKey(SignatureAlgorithm.ED25519, Bytes.wrap(Arrays.copyOfRange(typed, 1, typed.length)));
    }

    /** The text form, to give to those who verify. */
    @Override
    public String toString() {
        byte[] typed = new byte[1 + publicKey.encoded().length()];
        typed[0] = NoteKeyId.ED25519;
        System.arraycopy(publicKey.encoded().unsafeArray(), 0, typed, 1, typed.length - 1);
        return id() + "+" + Bytes.wrap(typed).base64();
    }
}
