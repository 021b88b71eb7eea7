package io.sealstream.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Results for programs: {@code machine}, and {@code results} with name, value, unit, floor, ratio and runs. */
final class JsonResults {
    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonResults() {}

    static String of(Machine machine, Results results) {
        ObjectNode json = MAPPER.createObjectNode();
        json.putObject("machine")
                .put("cores", machine.cores())
                .put("processor", machine.processor())
                .put("memory_mib", machine.memoryMib())
                .put("system", machine.system())
                .put("file_system", machine.fileSystem())
                .put("java", machine.java())
                .put("kafka", machine.kafka());
        ArrayNode list = json.putArray("results");
        results.all().forEach(result -> add(list.addObject(), result, results));
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + '\n';
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON in memory could not be written", e);
        }
    }

    private static void add(ObjectNode json, Result result, Results results) {
        json.put("name", result.figure().name());
        json.put("value", result.median());
        json.put("unit", result.figure().unit().toString());
        json.put(
                "floor",
                results.floor(result).map(floor -> floor.figure().name()).orElse(null));
        json.put("ratio", results.ratio(result).orElse(null));
        ArrayNode runs = json.putArray("runs");
        result.runs().forEach(runs::add);
    }
}
