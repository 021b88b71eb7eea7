package io.sealstream.follower;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Whose a state directory is: a small file of text, so that people can see it, and another ledger's directory is refused
 * before anything else in it is touched.
 */
record Identity(String ledger, String clusterId, String sealedTopicId) {
    private static final String FORMAT = "1";

    static Identity of(FollowerConfig config) {
        return new Identity(
                config.names().ledger(),
                config.topics().clusterId(),
                config.topics().sealedTopicId());
    }

    /** Empty where there is no such file, or none that this version understands. */
    static Optional<Identity> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return Optional.empty();
        }
        @Nullable String ledger = properties.getProperty("ledger");
        @Nullable String clusterId = properties.getProperty("cluster_id");
        @Nullable String sealedTopicId = properties.getProperty("sealed_topic_id");
        boolean known = FORMAT.equals(properties.getProperty("format"));
        return known && ledger != null && clusterId != null && sealedTopicId != null
                ? Optional.of(new Identity(ledger, clusterId, sealedTopicId))
                : Optional.empty();
    }

    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("format", FORMAT);
        properties.setProperty("ledger", ledger);
        properties.setProperty("cluster_id", clusterId);
        properties.setProperty("sealed_topic_id", sealedTopicId);
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        try (Writer out = Files.newBufferedWriter(whole)) {
            properties.store(out, "What is in this directory was folded from:");
        }
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Whether both may be the same ledger: the same name in the same cluster. */
    boolean isLedgerOf(Identity other) {
        return ledger.equals(other.ledger) && clusterId.equals(other.clusterId);
    }

    @Override
    public String toString() {
        return "the ledger " + ledger + " of cluster " + clusterId;
    }
}
