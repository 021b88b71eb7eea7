package io.sealstream.soak.check;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Writes down each submission before it is made, and each answer after it came: a JSON object a line, with the file
 * system before the call returns. Safe to share between threads.
 */
public final class HistoryWriter implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private final BufferedWriter out;
    private int operations;

    public HistoryWriter(Path file) throws IOException {
        out = Files.newBufferedWriter(file);
    }

    /** @return the submission's number, for its answer */
    public synchronized int sent(
            String submitter, String eventId, String eventDigest, Purpose purpose, long deadlineMs) {
        int number = operations++;
        write(line(number)
                .put("submitter", submitter)
                .put("event_id", eventId)
                .put("event_digest", eventDigest)
                .put("purpose", purpose.name())
                .put("deadline", deadlineMs));
        return number;
    }

    public void sealed(int number, long sequence, String eventHash) {
        write(line(number).put("answer", "SEALED").put("sequence", sequence).put("event_hash", eventHash));
    }

    public void duplicate(int number, long original) {
        write(line(number).put("answer", "DUPLICATE").put("sequence", original));
    }

    public void rejected(int number, String reason, String detail) {
        write(line(number).put("answer", "REJECTED").put("reason", reason).put("detail", detail));
    }

    public void unknown(int number, String detail) {
        write(line(number).put("answer", "UNKNOWN").put("detail", detail));
    }

    private static ObjectNode line(int number) {
        return JSON.createObjectNode().put("op", number).put("at", Instant.now().toString());
    }

    private synchronized void write(ObjectNode line) {
        try {
            out.write(line.toString());
            out.newLine();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the history cannot be written", e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
