package io.sealstream.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.checkpoint.Checkpoint;
import io.sealstream.core.checkpoint.CheckpointVerifier;
import io.sealstream.core.checkpoint.CheckpointVerifier.Authentication;
import io.sealstream.core.checkpoint.NoteFormatException;
import io.sealstream.core.checkpoint.NoteSigner;
import io.sealstream.core.checkpoint.NoteVerifierKey;
import io.sealstream.core.checkpoint.SignedNote;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Checkpoints, and the keys they are signed with: what is accepted was written in no other way. */
final class NoteParsers {
    private static final NoteSigner SIGNER = new NoteSigner("example.com/ledger", Samples.KEY);
    private static final CheckpointVerifier VERIFIER = new CheckpointVerifier(SIGNER.verifierKey());

    private NoteParsers() {}

    static List<Parser> all() {
        return List.of(
                new Parser("checkpoint", List.of(note(0), note(1_000), note(Long.MAX_VALUE)), NoteParsers::checkpoint),
                new Parser("verifier-key", List.of(utf8(SIGNER.verifierKey().toString())), NoteParsers::verifierKey));
    }

    private static boolean checkpoint(byte[] input) {
        Bytes bytes = Bytes.of(input);
        Authentication authentication = VERIFIER.authenticate(bytes);
        try {
            SignedNote note = SignedNote.parse(bytes);
            assertThat(note.encode()).isEqualTo(bytes);
            Checkpoint checkpoint = Checkpoint.parse(note.text());
            assertThat(checkpoint.text()).isEqualTo(note.text());
            return true;
        } catch (NoteFormatException e) {
            assertThat(authentication).isInstanceOf(Authentication.Refused.class);
            return false;
        }
    }

    private static boolean verifierKey(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        try {
            assertThat(NoteVerifierKey.parse(text)).hasToString(text);
            return true;
        } catch (NoteFormatException e) {
            return false;
        }
    }

    private static byte[] note(long size) {
        return new Checkpoint("example.com/ledger", size, Hash.ZERO)
                .sign(SIGNER)
                .encode()
                .toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
