package io.sealstream.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.sealstream.core.vectors.Vectors;
import org.junit.jupiter.api.Test;

class Blake3Test {
    /** At every length where a block, a chunk or a subtree of the hash ends. */
    @Test
    void hashesAsItsAuthorsDo() {
        for (JsonNode vector : Vectors.json("algorithms/blake3.json")) {
            byte[] input = new byte[vector.get("input_len").intValue()];
            for (int i = 0; i < input.length; i++) {
                input[i] = (byte) (i % 251);
            }

            Hash hash = Blake3.of(input);

            assertThat(hash.hex())
                    .as("%d bytes", input.length)
                    .isEqualTo(vector.get("hash").textValue());
        }
    }
}
