package io.sealstream.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The members of a JSON object, each there and of its type.
 *
 * @param path of the object in the line, with a dot behind it; empty for the line itself
 */
record JsonFields(ObjectNode json, String path) {
    static JsonFields of(ObjectNode line) {
        return new JsonFields(line, "");
    }

    boolean isNull(String name) throws MalformedException {
        return member(name).isNull();
    }

    String text(String name) throws MalformedException {
        return text(name, member(name));
    }

    long integer(String name) throws MalformedException {
        JsonNode node = member(name);
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw malformed(name, "is no whole number of 64 bits");
        }
        return node.longValue();
    }

    int smallInteger(String name) throws MalformedException {
        JsonNode node = member(name);
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw malformed(name, "is no whole number of 32 bits");
        }
        return node.intValue();
    }

    Hash hash(String name) throws MalformedException {
        return parse(name, text(name), Hash::ofHex);
    }

    Bytes base64(String name) throws MalformedException {
        return parse(name, text(name), Bytes::ofBase64);
    }

    List<Hash> hashes(String name) throws MalformedException {
        JsonNode node = member(name);
        if (!node.isArray()) {
            throw malformed(name, "is no list");
        }
        List<Hash> hashes = new ArrayList<>(node.size());
        for (JsonNode entry : node) {
            hashes.add(parse(name, text(name, entry), Hash::ofHex));
        }
        return hashes;
    }

    JsonFields object(String name) throws MalformedException {
        if (member(name) instanceof ObjectNode object) {
            return new JsonFields(object, path + name + '.');
        }
        throw malformed(name, "is no object");
    }

    /** Every member, which must be text. */
    Map<String, String> texts() throws MalformedException {
        Map<String, String> texts = new HashMap<>();
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            texts.put(member.getKey(), text(member.getKey(), member.getValue()));
        }
        return texts;
    }

    private String text(String name, JsonNode node) throws MalformedException {
        if (!node.isTextual()) {
            throw malformed(name, "is no string");
        }
        return node.textValue();
    }

    private <T> T parse(String name, String text, Function<String, T> parser) throws MalformedException {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw malformed(name, "cannot be read: " + e.getMessage());
        }
    }

    private JsonNode member(String name) throws MalformedException {
        JsonNode node = json.get(name);
        if (node == null) {
            throw malformed(name, "is missing");
        }
        return node;
    }

    private MalformedException malformed(String name, String problem) {
        return new MalformedException(path + name + " " + problem);
    }
}
