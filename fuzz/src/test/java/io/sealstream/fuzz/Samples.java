package io.sealstream.fuzz;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.EcdsaP256SigningKey;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.MlDsa65SigningKey;
import io.sealstream.core.key.PrivateKey;
import io.sealstream.schema.Decoding;
import io.sealstream.schema.LedgerJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What hostile input is made from: the format's worked examples, which lie with the core's tests. */
final class Samples {
    private static final Path VALID = Path.of("../core/src/test/resources/vectors/ledgers/valid.jsonl");

    private static final Bytes SECRET = Bytes.ofHex("07".repeat(32));

    static final PrivateKey KEY = Ed25519SigningKey.ofSeed(SECRET).withKeyId(new KeyId("key-1"));

    /** One of each algorithm. */
    static final List<PrivateKey> KEYS =
            List.of(KEY, EcdsaP256SigningKey.ofSecret(SECRET), MlDsa65SigningKey.ofSeed(SECRET));

    static final List<String> LINES = lines();
    static final List<SealedEvent> LEDGER = LINES.stream().map(Samples::read).toList();

    private Samples() {}

    private static List<String> lines() {
        try {
            return Files.readAllLines(VALID);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SealedEvent read(String line) {
        return switch (LedgerJson.read(Bytes.utf8(line))) {
            case Decoding.Decoded<SealedEvent>(SealedEvent sealed) -> sealed;
            case Decoding.Malformed<SealedEvent>(String reason) -> throw new AssertionError(reason + ": " + line);
        };
    }
}
