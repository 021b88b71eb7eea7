package io.sealstream.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Sha256Test {
    private static final Hash OF_ABC = Hash.ofHex("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    private static final byte[] ABC = {'a', 'b', 'c'};

    @Test
    void isThatOfTheStandard() {
        assertThat(Sha256.of(ABC)).isEqualTo(OF_ABC);
    }

    /** As when reading what is to be hashed fails: the thread goes on, and hashes something else. */
    @Test
    void whatWasBegunAndNeverEndedIsInNoOtherHash() {
        Sha256.begin().update(ABC);

        assertThat(Sha256.of(ABC)).isEqualTo(OF_ABC);
    }

    @Test
    void whatIsBegunAnewHasNothingOfWhatWasBegunBefore() {
        Sha256.begin().update(ABC);

        assertThat(Sha256.begin().digest(ABC)).isEqualTo(OF_ABC.toByteArray());
    }
}
