package io.sealstream.core.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontierTest {
    private static final List<Hash> LEAVES = MerkleOracle.leaves(300);

    @Test
    void comesBackFromItsEncodingAtEverySize() {
        for (int size = 0; size < 70; size++) {
            Frontier frontier = frontierOf(size);

            assertThat(Frontier.decode(frontier.encode())).isEqualTo(frontier);
        }
    }

    @Test
    void isEncodedAsTheSizeAndThePeaksLargestFirst() {
        Bytes encoded = frontierOf(3).encode();

        String firstTwo = TreeHash.nodeHash(LEAVES.get(0), LEAVES.get(1)).hex();
        assertThat(encoded.hex())
                .isEqualTo("0000000000000003" + firstTwo + LEAVES.get(2).hex());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00000000000000", "0000000000000001", "000000000000000000", "8000000000000000"})
    void refusesDamagedEncodings(String hex) {
        assertThatThrownBy(() -> Frontier.decode(Bytes.ofHex(hex))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesMorePeaksThanTheSizeHas() {
        Bytes encoded = Bytes.ofHex(
                "0000000000000001" + LEAVES.get(0).hex() + LEAVES.get(1).hex());

        assertThatThrownBy(() -> Frontier.decode(encoded)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesANegativeSize() {
        assertThatThrownBy(() -> new Frontier(Long.MIN_VALUE, List.of(LEAVES.get(0))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Frontier frontierOf(int size) {
        GrowingTree tree = new GrowingTree(Frontier.EMPTY);
        LEAVES.subList(0, size).forEach(tree::append);
        return tree.frontier();
    }
}
