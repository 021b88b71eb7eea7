package io.sealstream.core.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.core.Bytes;
import io.sealstream.core.event.Text;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.PublicKey;
import io.sealstream.core.key.SignatureAlgorithm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The members of a JSON object, each asked for by name and type; an IllegalArgumentException names what is wrong. */
record JsonMembers(ObjectNode json) {
    boolean has(String name) {
        return json.has(name);
    }

    String text(String name) {
        return text(name, member(name));
    }

    long integer(String name) {
        JsonNode node = member(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new IllegalArgumentException(name + " must be a whole number of 64 bits");
        }
        return node.longValue();
    }

    Bytes base64(String name) {
        try {
            return Bytes.ofBase64(text(name));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    <T> T named(String name, Function<String, Optional<T>> lookup) {
        String text = text(name);
        return lookup.apply(text)
                .orElseThrow(() -> new IllegalArgumentException(name + " \"" + text + "\" is not known"));
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        array(name).forEach(node -> texts.add(text("an entry of " + name, node)));
        return texts;
    }

    List<JsonMembers> objects(String name) {
        List<JsonMembers> objects = new ArrayList<>();
        for (JsonNode node : array(name)) {
            if (!(node instanceof ObjectNode object)) {
                throw new IllegalArgumentException("an entry of " + name + " must be an object");
            }
            objects.add(new JsonMembers(object));
        }
        return objects;
    }

    KeyId keyId() {
        return new KeyId(text("key_id"));
    }

    PublicKey publicKey() {
        SignatureAlgorithm algorithm = named("algorithm", SignatureAlgorithm::ofJsonName);
        if (algorithm == SignatureAlgorithm.OPAQUE) {
            throw new IllegalArgumentException("algorithm Opaque has no keys to register");
        }
        return new PublicKey(algorithm, base64("public_key"));
    }

    LedgerTopics topics() {
        return new LedgerTopics(text("cluster_id"), text("intake_topic_id"), text("sealed_topic_id"));
    }

    private JsonNode array(String name) {
        JsonNode node = member(name);
        if (!node.isArray()) {
            throw new IllegalArgumentException(name + " must be a list");
        }
        return node;
    }

    private static String text(String name, JsonNode node) {
        if (!node.isTextual()) {
            throw new IllegalArgumentException(name + " must be a string");
        }
        requireUnicode(name, node.textValue());
        return node.textValue();
    }

    /** An escape can write half of a surrogate pair into UTF-8 that is valid: no one could write the same text again. */
    private static void requireUnicode(String name, String text) {
        try {
            var unused = Text.length(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + " is not valid Unicode text: " + e.getMessage(), e);
        }
    }

    private JsonNode member(String name) {
        JsonNode node = json.get(name);
        if (node == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return node;
    }
}
