package io.sealstream.core;

import org.bouncycastle.crypto.digests.Blake3Digest;

/** BLAKE3 with 32 bytes of output, neither keyed nor for key derivation (the BLAKE3 paper, section 2). */
public final class Blake3 {
    private Blake3() {}

    public static Hash of(byte[] input) {
        Blake3Digest digest = new Blake3Digest();
        digest.update(input, 0, input.length);
        byte[] hash = new byte[Hash.LENGTH];
        digest.doFinal(hash, 0);
        return Hash.wrap(hash);
    }
}
