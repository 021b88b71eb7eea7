package io.sealstream.kafka.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/** The file in which a broker's log cleaner notes how far it came. */
@FunctionalInterface
interface CleanerCheckpoint {
    /** Its name, in the broker's log directory. */
    String FILE = "cleaner-offset-checkpoint";

    /** The file's lines; none as long as there is no such file. */
    List<String> lines() throws IOException;

    static CleanerCheckpoint in(Path logDirectory) {
        return () -> {
            try {
                return Files.readAllLines(logDirectory.resolve(FILE));
            } catch (NoSuchFileException e) {
                return List.of();
            }
        };
    }

    /** The offset up to which a partition is clean: a line of topic, partition and offset for each, after two others. */
    default long cleanedTo(TopicPartition partition) {
        String line = partition.topic() + " " + partition.partition() + " ";
        try {
            return lines().stream()
                    .filter(each -> each.startsWith(line))
                    .mapToLong(each -> Long.parseLong(each.substring(line.length())))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read how far the cleaner came: " + e, e);
        }
    }
}
