package io.sealstream.core.merkle;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Hash;
import io.sealstream.core.Sha256;
import org.junit.jupiter.api.Test;

class GrowingTreeTest {
    @Test
    void growsAsItsFrontierDoesFromWhereverItStarts() {
        Frontier expected = Frontier.EMPTY;
        GrowingTree through = new GrowingTree(Frontier.EMPTY);
        for (int leaf = 0; leaf < 70; leaf++) {
            Hash hash = Sha256.of(new byte[] {(byte) leaf});
            GrowingTree resumed = new GrowingTree(expected);
            expected = expected.append(hash);
            resumed.append(hash);
            through.append(hash);

            assertThat(through.frontier()).isEqualTo(expected);
            assertThat(resumed.frontier()).isEqualTo(expected);
            assertThat(through.size()).isEqualTo(expected.size());
        }
    }
}
