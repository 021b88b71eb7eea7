package io.sealstream.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.Sha256;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PayloadTest {
    @Test
    void theCommitmentCoversTheSaltItsLengthAndTheBytes() {
        byte[] committed = "sealstream/payload/v1\n\u0002sapayload".getBytes(StandardCharsets.US_ASCII);
        assertThat(Payload.commit(Bytes.utf8("sa"), Bytes.utf8("payload"))).isEqualTo(Sha256.of(committed));
    }

    @Test
    void bytesCannotMoveBetweenSaltAndPayload() {
        assertThat(Payload.commit(Bytes.utf8("ab"), Bytes.utf8("c")))
                .isNotEqualTo(Payload.commit(Bytes.utf8("a"), Bytes.utf8("bc")));
    }

    @Test
    void aSaltThatItsLengthCannotSayIsRefused() {
        assertThatThrownBy(() -> Payload.commit(Bytes.wrap(new byte[256]), Bytes.EMPTY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void inlineBytesAreConsistentOnlyWithTheirOwnLengthAndCommitment() {
        Payload payload = Payload.inline(Bytes.utf8("payload"), Bytes.utf8("salt"));
        assertThat(payload.isConsistent()).isTrue();
        assertThat(new Payload("", 6, payload.commitment(), payload.salt(), payload.inline()).isConsistent())
                .isFalse();
        assertThat(new Payload("", 7, Hash.ZERO, payload.salt(), payload.inline()).isConsistent())
                .isFalse();
        assertThat(new Payload("", 7, payload.commitment(), payload.salt(), null).isConsistent())
                .isTrue();
    }
}
