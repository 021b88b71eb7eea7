package io.sealstream.reader;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
    private static final int LIMIT = 100_000;

    @Test
    void splitsAtEndsOfLineAlone() throws IOException {
        assertThat(lines("a\r\n\nb\u2028c\n"))
                .containsExactly(text("a\r", true), text("", true), text("b\u2028c", true));
    }

    @Test
    void tellsWhetherTheLastLineIsEnded() throws IOException {
        assertThat(lines("a\nb")).containsExactly(text("a", true), text("b", false));
    }

    @Test
    void putsLinesTogetherThatAreLargerThanItsBuffer() throws IOException {
        String large = "x".repeat(99_999);

        assertThat(lines(large + "\ny\n")).containsExactly(text(large, true), text("y", true));
    }

    @Test
    void dropsALineThatIsTooLongAndGoesOnBehindIt() throws IOException {
        assertThat(lines("x".repeat(LIMIT + 1) + "\ny\n")).containsExactly(new Lines.TooLong(LIMIT), text("y", true));
    }

    @Test
    void takesALineOfExactlyTheLimit() throws IOException {
        String atLimit = "x".repeat(LIMIT);

        assertThat(lines(atLimit + "\n")).containsExactly(text(atLimit, true));
    }

    private static Lines.Text text(String text, boolean isEnded) {
        return new Lines.Text(Bytes.utf8(text), isEnded);
    }

    private static List<Lines.Line> lines(String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        List<Lines.Line> all = new ArrayList<>();
        try (Lines lines = new Lines(Channels.newChannel(new ByteArrayInputStream(bytes)), bytes.length, LIMIT)) {
            for (Lines.Line line = lines.next(); !(line instanceof Lines.None); line = lines.next()) {
                all.add(line);
            }
        }
        return all;
    }
}
