package io.sealstream.core.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.merkle.Frontier;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationStateTest {
    private static final Hash HASH = Hash.ofHex("ab".repeat(32));
    private static final VerificationState STATE = new VerificationState(
            4, HashAlgorithm.SHA_256, new LastRecord(new Sequence(3), HASH, 1_000, 2), new Frontier(1, List.of(HASH)));

    @Test
    void theEncodingIsPinned() {
        assertThat(STATE.encode().hex())
                .isEqualTo("01" + "0000000000000004" + "01" + "01" + "0000000000000003" + "00000000000003e8"
                        + "0000000000000002" + "01" + HASH + "0000000000000001" + HASH);
    }

    @Test
    void whatIsMissingStaysMissing() {
        VerificationState undecodable = new VerificationState(1, null, LastRecord.undecodable(null), Frontier.EMPTY);
        assertThat(VerificationState.decode(undecodable.encode())).isEqualTo(undecodable);
        assertThat(VerificationState.decode(VerificationState.START.encode())).isEqualTo(VerificationState.START);
    }

    @Test
    void aCutEncodingIsRefusedWhereverItIsCut() {
        Bytes encoded = STATE.encode();
        for (int length = 0; length < encoded.length(); length++) {
            Bytes cut = encoded.cutAt(length);
            assertThatThrownBy(() -> VerificationState.decode(cut)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"02", "01 0000000000000004 03 00", "01 0000000000000004 01 02"})
    void whatWasNeverEncodedIsRefused(String hex) {
        Bytes encoded = Bytes.ofHex(hex.replace(" ", ""));
        assertThatThrownBy(() -> VerificationState.decode(encoded))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rebuild the store");
    }
}
