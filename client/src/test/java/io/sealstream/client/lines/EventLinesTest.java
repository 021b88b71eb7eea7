package io.sealstream.client.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.Event;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventLinesTest {
    private static final Path COMMITS = Path.of("../../shared/data/commits.jsonl");

    @Test
    void linesAreNumberedAndBlankOnesPassedOver() throws Exception {
        EventLines lines = lines(line("a") + "\n\n  \r\n" + line("b"));

        assertThat(all(lines)).extracting(EventLine::number).containsExactly(1L, 4L);
    }

    @Test
    void aBadLineIsPassedByTheNextCall() throws Exception {
        EventLines lines = lines(line("a") + "\nnonsense\n" + line("b") + "\n");
        lines.next();

        assertThatThrownBy(lines::next).isInstanceOf(BadLineException.class);
        assertThat(lines.number()).isEqualTo(2);
        assertThat(all(lines)).extracting(EventLine::number).containsExactly(3L);
    }

    @Test
    void bytesThatAreNotUtf8AreABadLineAtTheirNumber() throws Exception {
        InputStream stream = new SequenceInputStream(
                bytes(line("a") + "\n"), new ByteArrayInputStream(new byte[] {'"', (byte) 0xC3, '"', '\n'}));
        EventLines lines = new EventLines(stream, new EventParser(() -> Bytes.EMPTY));
        lines.next();

        assertThatThrownBy(lines::next).hasMessageContaining("not valid UTF-8");
        assertThat(lines.number()).isEqualTo(2);
    }

    @Test
    void aFileThatIsNoJsonLinesDoesNotFillTheMemory() {
        EventLines lines = lines("x".repeat(ByteLines.MAX_BYTES + 100_000));

        assertThatThrownBy(lines::next).isInstanceOf(BadLineException.class).hasMessageContaining("the line has more");
    }

    @Test
    void realEventsAreReadAndTheirPayloadsKept() throws Exception {
        assumeTrue(Files.exists(COMMITS));
        List<String> texts = Files.readAllLines(COMMITS);

        List<EventLine> events;
        try (EventLines lines = new EventLines(Files.newInputStream(COMMITS), new EventParser(() -> Bytes.EMPTY))) {
            events = all(lines);
        }

        assertThat(events).hasSameSizeAs(texts);
        assertThat(events)
                .allSatisfy(line -> assertThat(texts.get((int) line.number() - 1))
                        .contains("\"payload\":" + payload(line.event()) + ",\"metadata\""));
    }

    private static String payload(Event event) {
        Bytes inline = event.payload().inline();
        return inline == null ? "none" : new String(inline.toByteArray(), StandardCharsets.UTF_8);
    }

    private static String line(String id) {
        return "{\"event_id\":\"" + id + "\",\"occurred_at\":0,\"payload\":\"ü\"}";
    }

    private static EventLines lines(String text) {
        return new EventLines(bytes(text), new EventParser(() -> Bytes.EMPTY));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<EventLine> all(EventLines lines) throws IOException, BadLineException {
        List<EventLine> all = new ArrayList<>();
        for (Optional<EventLine> next = lines.next(); next.isPresent(); next = lines.next()) {
            all.add(next.get());
        }
        return all;
    }
}
