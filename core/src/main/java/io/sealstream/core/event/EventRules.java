package io.sealstream.core.event;

import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.SignatureAlgorithm;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rules for the fields of one event, docs/format.md section 2. They need no ledger: which ids and types are
 * reserved for whom, and what order and time allow, is decided elsewhere.
 */
public final class EventRules {
    public static final int MAX_EVENT_ID_BYTES = 256;
    public static final int MAX_EVENT_TYPE_BYTES = 256;
    public static final int MAX_PAYLOAD_REF_BYTES = 2_048;
    public static final int MAX_SALT_BYTES = 32;
    public static final int MAX_KEY_ID_BYTES = 128;
    public static final int MAX_METADATA_ENTRIES = 64;
    public static final int MAX_METADATA_KEY_BYTES = 256;
    public static final int MAX_METADATA_VALUE_BYTES = 8 * 1024;
    public static final int MAX_METADATA_BYTES = 64 * 1024;

    private EventRules() {}

    /** What is wrong with the fields of {@code certified}, in words that name the field, or empty. */
    public static Optional<String> violation(CertifiedEvent certified) {
        Event event = certified.event();
        return Optional.ofNullable(first(
                identifier("event_id", event.eventId().value(), 1, MAX_EVENT_ID_BYTES),
                identifier("event_type", event.eventType().value(), 0, MAX_EVENT_TYPE_BYTES),
                event.occurredAtMs() < 0 ? "occurred_at is " + event.occurredAtMs() + ", which is negative" : null,
                payload(event.payload()),
                metadata(event.metadata()),
                certificate(certified.certificate())));
    }

    /** @throws IllegalArgumentException saying why {@code keyId} can't be the id of a registered key */
    public static void requireKeyId(KeyId keyId) {
        keyIdViolation(keyId).ifPresent(violation -> {
            throw new IllegalArgumentException(violation);
        });
    }

    /** Why {@code keyId} can't be the id of a registered key, or empty. */
    public static Optional<String> keyIdViolation(KeyId keyId) {
        return Optional.ofNullable(identifier("key_id", keyId.value(), 1, MAX_KEY_ID_BYTES));
    }

    private static @Nullable String payload(Payload payload) {
        if (payload.salt().length() > MAX_SALT_BYTES) {
            return "payload_salt has " + payload.salt().length() + " bytes, at most " + MAX_SALT_BYTES + " are allowed";
        }
        if (!payload.isReference()) {
            return null;
        }
        if (!payload.salt().isEmpty()) {
            return "payload_salt stands beside a payload_ref, where it must be empty";
        }
        if (payload.inline() != null) {
            return "payload stands beside a payload_ref, where nothing is inline";
        }
        if (payload.length() < 0) {
            return "payload_length is " + payload.length() + ", which is negative";
        }
        return identifier("payload_ref", payload.ref(), 0, MAX_PAYLOAD_REF_BYTES);
    }

    private static @Nullable String metadata(Metadata metadata) {
        if (metadata.size() > MAX_METADATA_ENTRIES) {
            return "metadata has " + metadata.size() + " entries, at most " + MAX_METADATA_ENTRIES + " are allowed";
        }
        long total = 0;
        for (var entry : metadata.asMap().entrySet()) {
            int valueLength = Text.length(entry.getValue());
            String violation = first(
                    identifier("a metadata key", entry.getKey(), 1, MAX_METADATA_KEY_BYTES),
                    valueLength > MAX_METADATA_VALUE_BYTES
                            ? "metadata \"" + entry.getKey() + "\" has a value of " + valueLength + " bytes, at most "
                                    + MAX_METADATA_VALUE_BYTES + " are allowed"
                            : null);
            if (violation != null) {
                return violation;
            }
            total += Text.length(entry.getKey()) + (long) valueLength;
        }
        return total > MAX_METADATA_BYTES
                ? "metadata has " + total + " bytes, at most " + MAX_METADATA_BYTES + " are allowed"
                : null;
    }

    private static @Nullable String certificate(@Nullable Certificate certificate) {
        if (certificate == null) {
            return null;
        }
        boolean opaque = certificate.algorithm() == SignatureAlgorithm.OPAQUE;
        if (opaque && certificate.signature().length() > Certificate.MAX_SIGNATURE_BYTES) {
            return "an Opaque signature has " + certificate.signature().length() + " bytes, at most "
                    + Certificate.MAX_SIGNATURE_BYTES + " are allowed";
        }
        return identifier("key_id", certificate.keyId().value(), opaque ? 0 : 1, MAX_KEY_ID_BYTES);
    }

    private static @Nullable String identifier(String field, String text, int min, int max) {
        int length;
        try {
            length = Text.length(text);
        } catch (IllegalArgumentException e) {
            return field + ": " + e.getMessage();
        }
        if (length < min || length > max) {
            return field + " has " + length + " bytes, " + min + " to " + max + " are allowed";
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == 0x7F) {
                return String.format("%s has a control character, U+%04X, at index %d", field, (int) c, i);
            }
        }
        return null;
    }

    private static @Nullable String first(@Nullable String... violations) {
        for (String violation : violations) {
            if (violation != null) {
                return violation;
            }
        }
        return null;
    }
}
