package io.sealstream.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MetadataTest {
    private static final long SEED = 20_260_101L;

    @Test
    void keysAscendByUnsignedBytesAndNotByUtf16Units() {
        // U+10000 is above U+FFFD, though its first UTF-16 unit, D800, is below.
        Metadata metadata = Metadata.of(Map.of("\uFFFD", "", "\uD800\uDC00", "", "é", "", "z", "", "zz", ""));
        assertThat(metadata.asMap().keySet()).containsExactly("z", "zz", "é", "\uFFFD", "\uD800\uDC00");
    }

    @Test
    void theOrderIsThatOfTheEncodedBytesForAnyText() {
        Random random = new Random(SEED);
        Map<String, String> entries = new HashMap<>();
        for (int i = 0; i < 500; i++) {
            int[] codePoints = random.ints(1 + random.nextInt(3), 0x20, 0x1_1000)
                    .filter(c -> c < 0xD800 || c > 0xDFFF)
                    .toArray();
            entries.put(new String(codePoints, 0, codePoints.length), "");
        }
        List<byte[]> encoded = Metadata.of(entries).asMap().keySet().stream()
                .map(key -> key.getBytes(StandardCharsets.UTF_8))
                .toList();
        assertThat(encoded).as("seed %d", SEED).isSortedAccordingTo(Arrays::compareUnsigned);
    }

    @Test
    void textWithoutAUtf8FormIsRefused() {
        assertThatThrownBy(() -> Metadata.of(Map.of("\uD800", ""))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Metadata.of(Map.of("key", "a\uDC00"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EventId("\uD800x")).hasMessageContaining("surrogate");
    }
}
