package io.sealstream.client.lines;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.sealstream.core.Bytes;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** A member of an object, whose value the parser is at. */
final class JsonMember {
    private final JsonParser json;
    private final String line;
    private final String name;

    /** @param json at the member's name */
    JsonMember(JsonParser json, String line) throws IOException {
        this.json = json;
        this.line = line;
        this.name = json.currentName();
        json.nextToken();
    }

    String name() {
        return name;
    }

    /** For whoever reads a value of another kind. */
    JsonParser parser() {
        return json;
    }

    String text() throws IOException, BadLineException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw bad("must be a string");
        }
        return json.getText();
    }

    long number() throws IOException, BadLineException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
                || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw bad("must be a whole number of 64 bits");
        }
        return json.getLongValue();
    }

    /** Milliseconds; what RFC 3339 says below one is cut off. */
    long timeMs() throws IOException, BadLineException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            return number();
        }
        try {
            return OffsetDateTime.parse(json.getText()).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw bad("must be milliseconds, or RFC 3339 such as 2026-01-31T12:00:00Z, not \"" + json.getText() + '"');
        }
    }

    <T> T parsed(Function<String, T> parser) throws IOException, BadLineException {
        String text = text();
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw bad("can't be read: " + e.getMessage());
        }
    }

    /** The value's own text, as it stands in the line. */
    Bytes raw() throws IOException {
        long start = json.currentTokenLocation().getCharOffset();
        json.skipChildren();
        json.finishToken();
        long end = json.currentLocation().getCharOffset();
        return Bytes.utf8(line.substring((int) start, (int) end));
    }

    Map<String, String> texts() throws IOException, BadLineException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw bad("must be an object of strings");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String key = json.currentName();
            if (json.nextToken() != JsonToken.VALUE_STRING) {
                throw new BadLineException(name + "." + key + " must be a string");
            }
            texts.put(key, json.getText());
        }
        return texts;
    }

    private BadLineException bad(String problem) {
        return new BadLineException(name + " " + problem);
    }
}
