package io.sealstream.core.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ParsedKeysTest {
    private final List<Bytes> parsed = new ArrayList<>();
    private final ParsedKeys<Integer> keys = new ParsedKeys<>(key -> {
        parsed.add(key);
        return key.isEmpty() ? Optional.empty() : Optional.of(key.length());
    });

    @Test
    void parsesAKeyOnce() {
        keys.get(key(1));

        assertThat(keys.get(key(1))).contains(4);
        assertThat(parsed).hasSize(1);
    }

    @Test
    void remembersThatAKeyIsNone() {
        keys.get(Bytes.EMPTY);

        assertThat(keys.get(Bytes.EMPTY)).isEmpty();
        assertThat(parsed).hasSize(1);
    }

    @Test
    void forgetsTheKeyThatWasNotUsedForLongest() {
        for (int i = 0; i < 1_024; i++) {
            keys.get(key(i));
        }
        keys.get(key(0));
        keys.get(key(1_024));
        parsed.clear();

        keys.get(key(0));
        keys.get(key(1));

        assertThat(parsed).containsExactly(key(1));
    }

    private static Bytes key(int number) {
        return Bytes.wrap(ByteBuffer.allocate(4).putInt(number).array());
    }
}
