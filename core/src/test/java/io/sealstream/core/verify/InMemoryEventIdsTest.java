package io.sealstream.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.event.EventId;
import org.junit.jupiter.api.Test;

class InMemoryEventIdsTest {
    @Test
    void eachIdIsAddedOnce() {
        InMemoryEventIds ids = new InMemoryEventIds();
        for (int i = 0; i < 100_000; i++) {
            assertThat(ids.claim(new EventId("id-" + i)).add()).isTrue();
        }
        for (int i = 0; i < 100_000; i++) {
            assertThat(ids.claim(new EventId("id-" + i)).add()).isFalse();
        }
    }

    @Test
    void digestsThatShareAllWordsButOneAreDifferent() {
        DigestSet set = new DigestSet();
        for (long word = 0; word < 1_000; word++) {
            assertThat(set.add(word, 7, 7, 7)).isTrue();
            assertThat(set.add(7, 7, 7, word + 2_000)).isTrue();
        }
        assertThat(set.add(999, 7, 7, 7)).isFalse();
    }

    @Test
    void zeroIsADigestLikeAnyOther() {
        DigestSet set = new DigestSet();
        assertThat(set.add(0, 0, 0, 0)).isTrue();
        assertThat(set.add(0, 0, 0, 0)).isFalse();
        assertThat(set.add(0, 0, 0, 1)).isTrue();
    }
}
