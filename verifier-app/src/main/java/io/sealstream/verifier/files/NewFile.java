package io.sealstream.verifier.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that grows beside its place and gets there whole, or not at all. */
public final class NewFile implements AutoCloseable {
    private final Path place;
    private final Path beside;
    private final FileChannel out;

    private NewFile(Path place, Path beside, FileChannel out) {
        this.place = place;
        this.beside = beside;
        this.out = out;
    }

    public static NewFile at(Path place) throws IOException {
        Path beside = place.resolveSibling(
                place.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        return new NewFile(
                place, beside, FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    public void append(String text) throws IOException {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    /** To the disk, and into its place. */
    public void complete() throws IOException {
        out.force(true);
        out.close();
        WholeFile.moveIntoPlace(beside, place);
    }

    /** What is not complete is gone. */
    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(beside);
    }
}
