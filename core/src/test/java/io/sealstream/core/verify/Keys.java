package io.sealstream.core.verify;

import io.sealstream.core.Bytes;
import io.sealstream.core.control.KeyAdded;
import io.sealstream.core.control.KeyRevoked;
import io.sealstream.core.control.KeyRole;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.core.key.SigningKey;
import java.util.List;

/** Keys for tests, always the same. */
final class Keys {
    static final Ed25519SigningKey ROOT = key("root-1", 1);
    static final Ed25519SigningKey SECOND_ROOT = key("root-2", 2);
    static final Ed25519SigningKey PRODUCER = key("producer-1", 3);
    static final Ed25519SigningKey SECOND_PRODUCER = key("producer-2", 4);
    static final Ed25519SigningKey CHECKPOINT = key("checkpoint", 5);

    private Keys() {}

    private static Ed25519SigningKey key(String id, int seed) {
        return Ed25519SigningKey.ofSeed(Bytes.ofHex(String.format("%02x", seed).repeat(32)))
                .withKeyId(new KeyId(id));
    }

    static NamedPublicKey root(SigningKey key) {
        return new NamedPublicKey(key.keyId(), key.publicKey());
    }

    static KeyAdded add(SigningKey key, KeyRole role, String... eventTypes) {
        return new KeyAdded(key.keyId(), key.publicKey(), role, List.of(eventTypes));
    }

    static KeyRevoked revoke(SigningKey key) {
        return new KeyRevoked(key.keyId(), "no longer used");
    }
}
