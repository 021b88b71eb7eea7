package io.sealstream.reader;

import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.reader.LedgerUnreadableException.Reason;
import io.sealstream.schema.Decoding;
import io.sealstream.schema.LedgerJson;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A ledger as an export has it: JSON Lines, docs/format.md section 9. The end is the file's when the reader was opened.
 * The offset of a record is its line, from 1.
 */
public final class FileLedgerReader implements LedgerReader {
    private final Path file;
    private final Lines lines;
    private final @Nullable FilePieces pieces;
    private long number;

    private FileLedgerReader(Path file, Lines lines, @Nullable FilePieces pieces) {
        this.file = file;
        this.lines = lines;
        this.pieces = pieces;
    }

    /** @throws LedgerUnreadableException where the file is not there, or may not be read */
    public static FileLedgerReader open(Path file) throws LedgerUnreadableException {
        return open(file, 1);
    }

    /**
     * As {@link #open(Path)}.
     *
     * @param readers threads that read at once, each other pieces of the file
     */
    public static FileLedgerReader open(Path file, int readers) throws LedgerUnreadableException {
        return open(file, readers, FilePieces.WIDTH);
    }

    /** @param width of a piece, in bytes */
    static FileLedgerReader open(Path file, int readers, long width) throws LedgerUnreadableException {
        if (Files.isDirectory(file)) {
            throw new LedgerUnreadableException(Reason.OTHER, file + " is a directory; name the export file in it");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new LedgerUnreadableException(
                    Reason.OTHER,
                    file
                            + " is a pipe or a device, which has no end that could be fixed; write the export to a file first");
        }
        try {
            FileChannel channel = FileChannel.open(file);
            long size = channel.size();
            return new FileLedgerReader(
                    file,
                    new Lines(channel, size),
                    readers == 1 ? null : new FilePieces(channel, size, readers, width));
        } catch (NoSuchFileException e) {
            throw new LedgerUnreadableException(Reason.MISSING, "there is no file " + file, e);
        } catch (AccessDeniedException e) {
            throw new LedgerUnreadableException(Reason.NOT_PERMITTED, "no permission to read " + file, e);
        } catch (IOException e) {
            throw new LedgerUnreadableException(Reason.OTHER, "cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public ReadResult readStored(Consumer<StoredRecord> sink) throws LedgerUnreadableException {
        Consumer<Lines.Line> numbered = line -> sink.accept(new InFile(++number, line));
        ReadResult result = pieces == null ? readLines(numbered) : pieces.readAll(numbered);
        return result instanceof ReadResult.Incomplete(String reason)
                ? new ReadResult.Incomplete(file + " was read up to line " + number + ": " + reason)
                : result;
    }

    private ReadResult readLines(Consumer<Lines.Line> sink) {
        while (true) {
            Lines.Line line;
            try {
                line = lines.next();
            } catch (IOException e) {
                return new ReadResult.Incomplete(KafkaFailure.oneLine(e));
            }
            if (line instanceof Lines.None) {
                return new ReadResult.Complete();
            }
            sink.accept(line);
        }
    }

    private record InFile(long number, Lines.Line line) implements StoredRecord {
        @Override
        public long size() {
            return line instanceof Lines.Text text ? text.bytes().length() : 0;
        }

        @Override
        public LedgerRecord decode() {
            return LedgerRecord.ofFile(number, content(line));
        }
    }

    private static LedgerRecord.Content content(Lines.Line line) {
        return switch (line) {
            case Lines.Text text ->
                switch (LedgerJson.read(text.bytes())) {
                    case Decoding.Decoded<SealedEvent>(SealedEvent event) -> new LedgerRecord.Decoded(event);
                    case Decoding.Malformed<SealedEvent>(String reason) ->
                        new LedgerRecord.Undecodable(text.isEnded() ? reason : "the last line is cut off: " + reason);
                };
            case Lines.TooLong tooLong ->
                new LedgerRecord.Undecodable("the line has more than " + tooLong.limit() + " bytes");
            case Lines.None none -> throw new IllegalStateException("no line has no content");
        };
    }

    @Override
    public void close() {
        lines.close();
    }
}
