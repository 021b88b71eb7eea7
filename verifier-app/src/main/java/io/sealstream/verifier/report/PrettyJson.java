package io.sealstream.verifier.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.sealstream.core.StrictJson;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** JSON that people read too: a line for each member and each element. */
public final class PrettyJson {
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter WRITER = JsonMapper.builder()
            .build()
            .writer(new DefaultPrettyPrinter()
                    .withSeparators(Separators.createDefaultInstance()
                            .withObjectFieldValueSpacing(Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withObjectIndenter(INDENTER)
                    .withArrayIndenter(INDENTER));

    /** What a terminal would act on or hide; JSON itself has the line feed between members. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n]]");

    private PrettyJson() {}

    /** Such a character can only stand in a string, where its escape says the same. */
    private static String escaped(String json) {
        return INVISIBLE
                .matcher(json)
                .replaceAll(found -> found.group()
                        .chars()
                        .mapToObj(unit -> String.format("\\\\u%04x", unit))
                        .collect(Collectors.joining()));
    }

    /** On one line, with a newline at its end. */
    static String line(JsonNode json) {
        return escaped(StrictJson.write(json)) + '\n';
    }

    /** With a newline at its end. */
    public static String of(JsonNode json) {
        try {
            return escaped(WRITER.writeValueAsString(json)) + '\n';
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON in memory could not be written", e);
        }
    }
}
