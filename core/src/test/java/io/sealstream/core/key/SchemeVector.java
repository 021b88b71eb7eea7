package io.sealstream.core.key;

import com.fasterxml.jackson.databind.JsonNode;
import io.sealstream.core.Bytes;
import io.sealstream.core.vectors.Vectors;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A signature from someone else's vectors, and what they say of it. */
record SchemeVector(
        int id, String comment, Bytes key, Bytes message, Bytes signature, boolean hasContext, boolean valid) {

    /** Those of a file under {@code algorithms/}, where keys stand apart from the tests that name them. */
    static Stream<SchemeVector> withSharedKeys(String file, Function<String, Bytes> decoder) {
        JsonNode json = Vectors.json("algorithms/" + file);
        return stream(json.get("tests"))
                .map(test -> of(
                        test,
                        decoder.apply(
                                json.get("keys").get(test.get("key").intValue()).textValue()),
                        decoder));
    }

    static Stream<SchemeVector> withOwnKeys(String file) {
        return stream(Vectors.json("algorithms/" + file))
                .map(test -> of(test, Bytes.ofHex(test.get("key").textValue()), Bytes::ofHex));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static SchemeVector of(JsonNode test, Bytes key, Function<String, Bytes> decoder) {
        return new SchemeVector(
                test.get("id").intValue(),
                test.path("comment").asText(),
                key,
                Bytes.ofHex(test.get("msg").textValue()),
                decoder.apply(test.get("sig").textValue()),
                !test.path("ctx").asText().isEmpty(),
                test.path("result").asText().equals("valid"));
    }

    boolean isAcceptedBy(SignatureScheme scheme) {
        return scheme.verify(key, message.toByteArray(), signature);
    }

    @Override
    public String toString() {
        return id + " " + comment;
    }
}
