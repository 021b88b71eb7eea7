package io.sealstream.core.merkle;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sealstream.core.Hash;
import io.sealstream.core.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the vectors of transparency-dev/merkle: an array of flat objects, the proof a list of strings. */
final class MerkleVectors {
    /** @param fields each value as it is written, without quotes */
    record Vector(Map<String, String> fields, List<Hash> proof) {
        boolean wantError() {
            return Boolean.parseBoolean(text("wantErr"));
        }

        long number(String name) {
            return Long.parseUnsignedLong(text(name));
        }

        boolean isHash(String name) {
            return decode(text(name)).length == Hash.LENGTH;
        }

        Hash hash(String name) {
            return toHash(text(name));
        }

        private String text(String name) {
            return Objects.requireNonNull(fields.get(name), name);
        }

        @Override
        public String toString() {
            return text("name");
        }
    }

    private MerkleVectors() {}

    static List<Vector> read(String file) throws IOException {
        List<Vector> vectors = new ArrayList<>();
        try (InputStream in = MerkleVectors.class.getResourceAsStream("/vectors/merkle/" + file);
                JsonParser json = new JsonFactory().createParser(Objects.requireNonNull(in, file))) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.START_OBJECT) {
                    vectors.add(readVector(json));
                }
            }
        }
        return vectors;
    }

    private static Vector readVector(JsonParser json) throws IOException {
        Map<String, String> fields = new HashMap<>();
        List<Hash> proof = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (json.nextToken() == JsonToken.START_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    proof.add(toHash(json.getText()));
                }
            } else {
                fields.put(name, json.getText());
            }
        }
        return new Vector(fields, proof);
    }

    /** Garbage of another length is stood in for by a hash of its own, so that the verifier meets it too. */
    private static Hash toHash(String base64) {
        byte[] bytes = decode(base64);
        return bytes.length == Hash.LENGTH ? Hash.wrap(bytes) : Sha256.of(("garbage " + base64).getBytes(US_ASCII));
    }

    private static byte[] decode(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
