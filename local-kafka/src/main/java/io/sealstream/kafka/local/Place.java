package io.sealstream.kafka.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * Where a broker's data are.
 *
 * @param temporary whether nobody asked for this directory, so that nobody wants it when the broker has ended
 */
record Place(Path directory, boolean temporary) {

    static Place createTemporary() throws IOException {
        return new Place(Files.createTempDirectory("sealstream-kafka-"), true);
    }

    /** Deletes a temporary directory with all that is in it, or as much of it as a broker that was still starting allows. */
    void leave() {
        if (!temporary) {
            return;
        }
        try (var paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // The process is ending, and the place is one that systems clear.
            return;
        }
    }

    @Override
    public String toString() {
        return directory + (temporary ? " (removed at the end)" : "");
    }
}
