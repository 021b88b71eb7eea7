package io.sealstream.follower;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.follower.FollowerConfig.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryTest {
    private static final Identity OWN = new Identity("pay", "cluster", "topic");

    @TempDir
    Path directory;

    @Test
    void refusesADirectoryThatIsInUse() {
        try (StateDirectory first = StateDirectory.open(directory, OWN, Start.RESUME)) {
            assertThat(first.before()).isEqualTo(OWN);

            assertThatThrownBy(() -> StateDirectory.open(directory, OWN, Start.RESUME))
                    .isInstanceOf(StateDirectoryException.InUse.class)
                    .message()
                    .contains(directory.toString())
                    .hasLineCount(1);
        }
    }

    @Test
    void isFreeWhenItWasClosed() {
        StateDirectory.open(directory, OWN, Start.RESUME).close();

        StateDirectory.open(directory, OWN, Start.RESUME).close();
    }

    @Test
    void refusesAnotherLedgersDirectoryAndLeavesItAsItIs() throws IOException {
        StateDirectory.open(directory, OWN, Start.RESUME).close();
        Files.createDirectory(directory.resolve("db"));
        Identity other = new Identity("audit", "cluster", "topic");
        for (Start start : Start.values()) {
            assertThatThrownBy(() -> StateDirectory.open(directory, other, start))
                    .isInstanceOf(StateDirectoryException.Foreign.class)
                    .message()
                    .contains(directory.toString(), "pay", "audit");
        }
        assertThat(directory.resolve("db")).isDirectory();
    }

    @Test
    void refusesADirectoryOfTheSameNameInAnotherCluster() {
        StateDirectory.open(directory, OWN, Start.RESUME).close();
        Identity other = new Identity("pay", "other cluster", "topic");

        assertThatThrownBy(() -> StateDirectory.open(directory, other, Start.RESUME))
                .isInstanceOf(StateDirectoryException.Foreign.class);
    }

    @Test
    void takesALedgerThatMovedToAnotherClusterAnew() throws IOException {
        StateDirectory.open(directory, OWN, Start.RESUME).close();
        Files.createDirectory(directory.resolve("db"));
        Identity moved = new Identity("pay", "other cluster", "other topic");
        try (StateDirectory opened = StateDirectory.open(directory, moved, Start.MOVED)) {
            assertThat(opened.before()).isEqualTo(moved);
            assertThat(opened.database()).doesNotExist();
        }
        StateDirectory.open(directory, moved, Start.RESUME).close();
    }

    @Test
    void remembersFromWhichTopicItsStoreIs() throws IOException {
        StateDirectory.open(directory, OWN, Start.RESUME).close();
        Files.createDirectory(directory.resolve("db"));
        Identity anew = new Identity("pay", "cluster", "other topic");
        try (StateDirectory opened = StateDirectory.open(directory, anew, Start.RESUME)) {
            assertThat(opened.before()).isEqualTo(OWN);
        }
    }

    @Test
    void setsAStoreAsideOfWhichNobodyKnowsWhoseItIs() throws IOException {
        StateDirectory.open(directory, OWN, Start.RESUME).close();
        Files.createDirectory(directory.resolve("db"));
        Files.write(directory.resolve("ledger.properties"), new byte[] {(byte) 0xFF, 0, 1});
        try (StateDirectory opened = StateDirectory.open(directory, OWN, Start.RESUME)) {
            assertThat(opened.database()).doesNotExist();
            assertThat(directory.resolve("damaged")).isDirectory();
        }
    }

    @Test
    void setsAStoreAsideThatIsMarkedForIt() throws IOException {
        try (StateDirectory opened = StateDirectory.open(directory, OWN, Start.RESUME)) {
            Files.createDirectory(opened.database());
            opened.markForRebuild();
        }
        try (StateDirectory opened = StateDirectory.open(directory, OWN, Start.RESUME)) {
            assertThat(opened.database()).doesNotExist();
        }
    }

    @Test
    void refusesWhatIsNoDirectory() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> StateDirectory.open(file, OWN, Start.RESUME))
                .isInstanceOf(StateDirectoryException.Unusable.class)
                .hasMessageContaining(file.toString());
    }
}
