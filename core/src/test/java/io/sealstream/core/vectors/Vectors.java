package io.sealstream.core.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sealstream.core.event.SealedEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The files under {@code vectors/} in the test resources. */
public final class Vectors {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Vectors() {}

    /** @param file relative to {@code vectors/} */
    public static JsonNode json(String file) {
        return parse(text(file));
    }

    /** The records of {@code ledgers/name.jsonl}. */
    public static List<SealedEvent> ledger(String name) {
        return text("ledgers/" + name + ".jsonl")
                .lines()
                .map(Vectors::parse)
                .map(JsonForm::sealedEvent)
                .toList();
    }

    private static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param file relative to {@code vectors/} */
    public static String text(String file) {
        try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
