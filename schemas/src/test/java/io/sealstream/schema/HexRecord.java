package io.sealstream.schema;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** A framed Avro record as literal bytes, field by field, so that a test can put anything in a field's place. */
final class HexRecord {
    private final Map<String, String> hexByField = new LinkedHashMap<>();

    /** Adds a field behind the others. White space in {@code hex} is for people. */
    HexRecord field(String name, String hex) {
        if (hexByField.put(name, hex) != null) {
            throw new IllegalArgumentException("the record has a field " + name + " already");
        }
        return this;
    }

    /** A copy with other bytes in the place of {@code name}. */
    HexRecord with(String name, String hex) {
        if (!hexByField.containsKey(name)) {
            throw new IllegalArgumentException("the record has no field " + name);
        }
        HexRecord copy = new HexRecord();
        copy.hexByField.putAll(hexByField);
        copy.hexByField.put(name, hex);
        return copy;
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex());
    }

    String hex() {
        return String.join("", hexByField.values()).replaceAll("\\s", "");
    }
}
