package io.sealstream.verifier.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.checkpoint.Checkpoint;
import io.sealstream.core.checkpoint.CheckpointVerifier;
import io.sealstream.core.checkpoint.CheckpointVerifier.Authentication;
import io.sealstream.core.checkpoint.NoteVerifierKey;
import io.sealstream.core.key.Ed25519SigningKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTargetTest {
    private static final String ORIGIN = "example.com/test";
    private static final Hash ROOT = Hash.ofHex("ab".repeat(32));
    private static final Hash OTHER = Hash.ofHex("cd".repeat(32));

    @TempDir
    private Path directory;

    @Test
    void theKeyThatIsReturnedAuthenticatesWhatWasWritten() throws IOException {
        String vkey = target().write(ORIGIN, 40, ROOT);

        Bytes note = Bytes.wrap(Files.readAllBytes(target().file()));
        assertThat(new CheckpointVerifier(NoteVerifierKey.parse(vkey)).authenticate(note))
                .isEqualTo(new Authentication.Authenticated(new Checkpoint(ORIGIN, 40, ROOT)));
        assertThat(directory).isDirectoryNotContaining(file -> file.toString().endsWith(".tmp"));
    }

    @Test
    void anEarlierOneGivesWay() throws IOException {
        target().write(ORIGIN, 40, ROOT);

        target().write(ORIGIN, 41, OTHER);

        assertThat(target().file()).content().contains("\n41\n");
    }

    @Test
    void theOneThatIsThereIsFound() throws IOException {
        assertThat(target().earlier()).isEmpty();

        target().write(ORIGIN, 40, ROOT);

        assertThat(target().earlier()).contains(new Checkpoint(ORIGIN, 40, ROOT));
    }

    @Test
    void whatIsNoCheckpointIsNotOverwritten() throws IOException {
        Files.writeString(target().file(), "a shopping list");

        assertThatThrownBy(() -> target().earlier())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("holds no checkpoint");
        assertThat(target().file()).hasContent("a shopping list");
    }

    private CheckpointTarget target() {
        return new CheckpointTarget(
                directory.resolve("checkpoint"), Ed25519SigningKey.ofSeed(Bytes.wrap(new byte[32])));
    }
}
