package io.sealstream.soak.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link HistoryWriter} wrote. */
public final class HistoryReader {
    private static final JsonMapper JSON = new JsonMapper();

    private HistoryReader() {}

    /** In the order in which they were made. */
    public static List<Operation> read(Path file) throws IOException {
        List<Operation> operations = new ArrayList<>();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            int place = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                JsonNode json = JSON.readTree(line);
                int number = json.required("op").intValue();
                if (json.has("answer")) {
                    operations.set(number, operations.get(number).answered(answer(json, place)));
                } else {
                    operations.add(operation(json, number, place));
                }
                place++;
            }
        }
        return operations;
    }

    private static Operation operation(JsonNode json, int number, int place) {
        return new Operation(
                number,
                json.required("event_id").textValue(),
                json.required("event_digest").textValue(),
                Purpose.valueOf(json.required("purpose").textValue()),
                json.required("deadline").longValue(),
                place,
                Answer.Unknown.NEVER);
    }

    private static Answer answer(JsonNode json, int place) {
        return switch (json.required("answer").textValue()) {
            case "SEALED" ->
                new Answer.Sealed(
                        place,
                        json.required("sequence").longValue(),
                        json.required("event_hash").textValue());
            case "DUPLICATE" ->
                new Answer.Duplicate(place, json.required("sequence").longValue());
            case "REJECTED" ->
                new Answer.Rejected(place, json.required("reason").textValue());
            default -> new Answer.Unknown(place);
        };
    }
}
