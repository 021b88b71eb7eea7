package io.sealstream.core.seal;

import io.sealstream.core.Bytes;
import io.sealstream.core.Sha256;
import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.control.KeyRevoked;
import io.sealstream.core.control.KeyRole;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.PublicKey;
import io.sealstream.core.key.SignatureAlgorithm;
import io.sealstream.core.key.SigningKey;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Keys that are the same in each run: the seed is the hash of the name. */
final class TestKeys {
    static final Ed25519SigningKey ROOT = named("root-1");
    static final Ed25519SigningKey PRODUCER = named("producer-1");

    private TestKeys() {}

    static Ed25519SigningKey named(String keyId) {
        byte[] seed = Sha256.of(keyId.getBytes(StandardCharsets.UTF_8)).toByteArray();
        return Ed25519SigningKey.ofSeed(Bytes.wrap(seed)).withKeyId(new KeyId(keyId));
    }

    static KeyAdded producer(SigningKey key, String... eventTypes) {
        return new KeyAdded(key.keyId(), key.publicKey(), KeyRole.PRODUCER, List.of(eventTypes));
    }

    static KeyAdded root(SigningKey key) {
        return new KeyAdded(key.keyId(), key.publicKey(), KeyRole.ROOT, List.of());
    }

    static KeyRevoked revoked(SigningKey key) {
        return new KeyRevoked(key.keyId(), "lost");
    }

    static PublicKey ed25519(String hex) {
        return new PublicKey(SignatureAlgorithm.ED25519, Bytes.ofHex(hex));
    }
}
