package io.sealstream.core.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.core.Bytes;
import io.sealstream.core.StrictJson;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventRules;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.core.key.PublicKey;
import io.sealstream.core.key.SignatureAlgorithm;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first record of a ledger: its settings, for ever.
 *
 * @param origin the name that its checkpoints carry
 * @param createdAtMs milliseconds since 1970-01-01T00:00:00Z
 * @param rootKeys at least one, no key id or public key twice
 * @param checkpointKey an Ed25519 key for checkpoints and nothing else, or null
 */
public record Genesis(
        String ledger,
        String origin,
        HashAlgorithm hash,
        Certification certification,
        long createdAtMs,
        LedgerTopics topics,
        List<NamedPublicKey> rootKeys,
        @Nullable PublicKey checkpointKey)
        implements ControlEvent {
    public static final EventType TYPE = new EventType(Types.GENESIS);
    public static final EventId EVENT_ID = new EventId("sealstream.genesis");
    private static final int FORMAT = 1;
    private static final Pattern ORIGIN = Pattern.compile("[A-Za-z0-9._/-]{1,255}");

    /** @throws IllegalArgumentException where origin or keys break the rules above */
    public Genesis {
        rootKeys = List.copyOf(rootKeys);
        if (!ORIGIN.matcher(origin).matches()) {
            throw new IllegalArgumentException("origin must be 1 to 255 of the characters A-Z a-z 0-9 . _ / -");
        }
        requireKeys(rootKeys, checkpointKey);
    }

    private static void requireKeys(List<NamedPublicKey> rootKeys, @Nullable PublicKey checkpointKey) {
        if (rootKeys.isEmpty()) {
            throw new IllegalArgumentException("root_keys must hold at least one key");
        }
        Set<Object> seen = new HashSet<>();
        for (NamedPublicKey key : rootKeys) {
            EventRules.requireKeyId(key.keyId());
            if (!seen.add(key.keyId()) || !seen.add(key.publicKey())) {
                throw new IllegalArgumentException(
                        "root_keys hold the key id or public key of " + key.keyId() + " twice");
            }
        }
        if (checkpointKey != null && seen.contains(checkpointKey)) {
            throw new IllegalArgumentException("checkpoint_key must be no other key of the ledger");
        }
    }

    @Override
    public EventType eventType() {
        return TYPE;
    }

    @Override
    public Bytes toPayload() {
        ObjectNode json = StrictJson.newObject();
        json.put("format", FORMAT);
        json.put("ledger", ledger);
        json.put("origin", origin);
        json.put("hash", hash.jsonName());
        json.put("certification", certification.jsonName());
        json.put("created_at", createdAtMs);
        json.put("cluster_id", topics.clusterId());
        json.put("intake_topic_id", topics.intakeTopicId());
        json.put("sealed_topic_id", topics.sealedTopicId());
        ArrayNode keys = json.putArray("root_keys");
        for (NamedPublicKey key : rootKeys) {
            ObjectNode entry = keys.addObject();
            entry.put("key_id", key.keyId().value());
            entry.put("algorithm", key.publicKey().algorithm().jsonName());
            entry.put("public_key", key.publicKey().encoded().base64());
        }
        if (checkpointKey != null) {
            json.put("checkpoint_key", checkpointKey.encoded().base64());
        }
        return Bytes.utf8(StrictJson.write(json));
    }

    static Genesis read(JsonMembers json) {
        if (json.integer("format") != FORMAT) {
            throw new IllegalArgumentException(
                    "format is " + json.integer("format") + ", this version knows " + FORMAT);
        }
        return new Genesis(
                json.text("ledger"),
                json.text("origin"),
                json.named("hash", HashAlgorithm::ofJsonName),
                json.named("certification", Certification::ofJsonName),
                json.integer("created_at"),
                json.topics(),
                json.objects("root_keys").stream()
                        .map(key -> new NamedPublicKey(key.keyId(), key.publicKey()))
                        .toList(),
                json.has("checkpoint_key")
                        ? new PublicKey(SignatureAlgorithm.ED25519, json.base64("checkpoint_key"))
                        : null);
    }
}
