package io.sealstream.client.lines;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Events from JSON Lines in UTF-8, one by one. Lines with nothing but white space are passed over. */
public final class EventLines implements Closeable {
    private final ByteLines lines;
    private final EventParser parser;
    private long number;

    /** @param stream closed by {@link #close} */
    public EventLines(InputStream stream, EventParser parser) {
        this.lines = new ByteLines(stream);
        this.parser = parser;
    }

    /**
     * The next event, or empty at the end.
     *
     * @throws BadLineException where the line, whose {@link #number} it is, is none; the next call goes on behind it
     */
    public Optional<EventLine> next() throws IOException, BadLineException {
        while (true) {
            number++;
            Optional<byte[]> line = lines.next();
            if (line.isEmpty()) {
                return Optional.empty();
            }
            String text = decode(line.get());
            if (!text.isBlank()) {
                return Optional.of(new EventLine(number, parser.parse(text)));
            }
        }
    }

    /** Number of the line that was read last, from 1. */
    public long number() {
        return number;
    }

    /** Whether the next line, or a part of it, is there without waiting. */
    public boolean isReady() throws IOException {
        return lines.isReady();
    }

    private static String decode(byte[] line) throws BadLineException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadLineException("not valid UTF-8");
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
