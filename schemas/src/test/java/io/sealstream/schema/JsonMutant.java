package io.sealstream.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.core.key.SignatureAlgorithm;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A JSON value with one thing in it changed. {@link #of} finds what can be changed by walking the tree, so a member that
 * the format gets one day is changed too.
 *
 * @param name where and what, as in {@code /event/payload_salt emptied}
 */
record JsonMutant(String name, JsonNode json) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static List<JsonMutant> of(JsonNode value) {
        List<JsonMutant> mutants = new ArrayList<>();
        switch (value) {
            case ObjectNode object -> members(object, mutants);
            case ArrayNode array -> entries(array, mutants);
            default -> leaf(value, mutants);
        }
        if (!value.isNull()) {
            mutants.add(new JsonMutant(" null", JSON.nullNode()));
        }
        return mutants;
    }

    private static void members(ObjectNode object, List<JsonMutant> mutants) {
        mutants.add(changed(" with another member", object, copy -> copy.put("another", "")));
        object.properties().forEach(member -> {
            String name = member.getKey();
            JsonNode value = member.getValue();
            mutants.add(changed("/" + name + " left out", object, copy -> copy.remove(name)));
            mutants.add(changed(
                    "/" + name + " renamed",
                    object,
                    copy -> copy.<ObjectNode>without(name).set(name + "x", value)));
            for (JsonMutant mutant : of(value)) {
                mutants.add(changed("/" + name + mutant.name, object, copy -> copy.set(name, mutant.json)));
            }
        });
    }

    private static void entries(ArrayNode array, List<JsonMutant> mutants) {
        for (int i = 0; i < array.size(); i++) {
            int index = i;
            mutants.add(changed("/" + i + " left out", array, copy -> copy.remove(index)));
            mutants.add(changed("/" + i + " doubled", array, copy -> copy.insert(index, array.get(index))));
            if (i > 0) {
                mutants.add(changed("/" + i + " moved up", array, copy -> copy.insert(index - 1, copy.remove(index))));
            }
            for (JsonMutant mutant : of(array.get(i))) {
                mutants.add(changed("/" + i + mutant.name, array, copy -> copy.set(index, mutant.json)));
            }
        }
    }

    private static void leaf(JsonNode leaf, List<JsonMutant> mutants) {
        Stream<? extends JsonNode> others = switch (leaf.getNodeType()) {
            case NUMBER -> numbers(leaf.longValue()).mapToObj(JSON::numberNode);
            case STRING -> texts(leaf.textValue()).map(JSON::textNode);
            default -> Stream.of(JSON.textNode(""), JSON.numberNode(0), JSON.objectNode(), JSON.arrayNode());
        };
        others.filter(other -> !other.equals(leaf))
                .forEach(other -> mutants.add(new JsonMutant(" as " + other, other)));
    }

    private static LongStream numbers(long number) {
        return LongStream.of(number + 1, number - 1, number ^ 1L << 40, ~number, 0, Long.MAX_VALUE);
    }

    /** Digits are characters of hex and of base64 too, so that most stay readable. */
    private static Stream<String> texts(String text) {
        Stream<String> spoilt = text.isEmpty()
                ? Stream.of("x", "AA==", "00".repeat(32))
                : Stream.of(
                        "",
                        text + text,
                        text.substring(1),
                        digitAt(0, text),
                        digitAt(text.length() / 2, text),
                        digitAt(text.length() - 1, text));
        Stream<String> named = SignatureAlgorithm.ofJsonName(text).isEmpty()
                ? Stream.empty()
                : Stream.of(SignatureAlgorithm.values()).map(SignatureAlgorithm::jsonName);
        return Stream.concat(spoilt, named).distinct();
    }

    private static String digitAt(int index, String text) {
        char other = text.charAt(index) == '0' ? '1' : '0';
        return text.substring(0, index) + other + text.substring(index + 1);
    }

    @SuppressWarnings("unchecked") // a copy is of the same class
    private static <T extends JsonNode> JsonMutant changed(String name, T original, Consumer<T> change) {
        T copy = (T) original.deepCopy();
        change.accept(copy);
        return new JsonMutant(name, copy);
    }
}
