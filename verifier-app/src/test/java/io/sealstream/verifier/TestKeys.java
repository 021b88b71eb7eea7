package io.sealstream.verifier;

import io.sealstream.core.Bytes;
import io.sealstream.core.Sha256;
import io.sealstream.core.key.Ed25519SigningKey;
import java.nio.charset.StandardCharsets;

/** The same keys in every run. */
final class TestKeys {
    static final Ed25519SigningKey ROOT = named("root");
    static final Ed25519SigningKey PRODUCER = named("producer");
    static final Ed25519SigningKey CHECKPOINT = named("checkpoint");
    static final Ed25519SigningKey STRANGER = named("stranger");

    private TestKeys() {}

    private static Ed25519SigningKey named(String name) {
        byte[] seed = Sha256.of(name.getBytes(StandardCharsets.UTF_8)).toByteArray();
        return Ed25519SigningKey.ofSeed(Bytes.wrap(seed));
    }
}
