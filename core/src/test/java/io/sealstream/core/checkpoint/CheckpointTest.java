package io.sealstream.core.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.checkpoint.CheckpointVerifier.Authentication.Authenticated;
import io.sealstream.core.key.Ed25519SigningKey;
import io.sealstream.core.merkle.TreeHash;
import org.junit.jupiter.api.Test;

class CheckpointTest {
    /** The example of C2SP's tlog-checkpoint. */
    private static final String EXAMPLE = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            — example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            """;

    private static final NoteSigner SIGNER =
            new NoteSigner("example.com/ledger", Ed25519SigningKey.ofSeed(Bytes.wrap(new byte[32])));

    @Test
    void canBeReadWithoutAKnownKey() {
        Checkpoint checkpoint =
                Checkpoint.parse(SignedNote.parse(Bytes.utf8(EXAMPLE)).text());

        assertThat(checkpoint)
                .isEqualTo(new Checkpoint(
                        "example.com/behind-the-sofa",
                        20_852_163,
                        Hash.ofHex("0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62")));
    }

    @Test
    void isThreeLines() {
        Checkpoint checkpoint = new Checkpoint("example.com/ledger", 0, TreeHash.EMPTY_ROOT);

        assertThat(checkpoint.text())
                .isEqualTo("example.com/ledger\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
    }

    @Test
    void isAuthenticOnceSigned() {
        Checkpoint checkpoint = new Checkpoint("example.com/ledger", Long.MAX_VALUE, Hash.ZERO);

        SignedNote note = checkpoint.sign(SIGNER);

        assertThat(new CheckpointVerifier(SIGNER.verifierKey()).authenticate(note.encode()))
                .isEqualTo(new Authenticated(checkpoint));
    }

    @Test
    void isSignedUnderItsOriginAlone() {
        Checkpoint checkpoint = new Checkpoint("example.com/other", 1, Hash.ZERO);

        assertThatThrownBy(() -> checkpoint.sign(SIGNER))
                .isInstanceOf(NoteFormatException.class)
                .hasMessageContaining("example.com/other");
    }

    @Test
    void hasNoNegativeSize() {
        assertThatThrownBy(() -> new Checkpoint("example.com/ledger", -1, Hash.ZERO))
                .isInstanceOf(NoteFormatException.class);
    }
}
