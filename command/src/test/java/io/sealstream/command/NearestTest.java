package io.sealstream.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    @Test
    void theNearestNameIsTheOneWithTheFewestSlips() {
        assertThat(Nearest.to("stat.dir", List.of("ledger", "state.dir", "timeout.ms")))
                .contains("state.dir");
    }

    @ParameterizedTest
    @CsvSource({"same,same,0", "'',abc,3", "kitten,sitting,3", "ab,ba,2"})
    void theDistanceCountsInsertedDeletedAndReplacedCharacters(String a, String b, int distance) {
        assertThat(Nearest.distance(a, b)).isEqualTo(distance);
    }
}
