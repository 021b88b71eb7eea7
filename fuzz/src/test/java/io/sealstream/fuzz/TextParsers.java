package io.sealstream.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Bytes written as text. */
final class TextParsers {
    private TextParsers() {}

    static List<Parser> all() {
        return List.of(
                parser("hex", "00ff7A", text -> Bytes.ofHex(text).hex(), text -> text.toLowerCase(Locale.ROOT)),
                parser("base64", "aGVsbG8=", text -> Bytes.ofBase64(text).base64(), UnaryOperator.identity()),
                parser("hash", "0f".repeat(32), text -> Hash.ofHex(text).hex(), UnaryOperator.identity()));
    }

    /** @param canonical the one way in which what is accepted is written */
    private static Parser parser(
            String name, String sample, UnaryOperator<String> readAndWrite, UnaryOperator<String> canonical) {
        return new Parser(name, List.of(sample.getBytes(StandardCharsets.UTF_8)), input -> {
            String text = new String(input, StandardCharsets.UTF_8);
            try {
                assertThat(readAndWrite.apply(text)).isEqualTo(canonical.apply(text));
                return true;
            } catch (IllegalArgumentException e) {
                return false;
            }
        });
    }
}
