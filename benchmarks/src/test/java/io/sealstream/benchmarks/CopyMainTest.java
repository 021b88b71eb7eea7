package io.sealstream.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.sealer.SealerSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CopyMainTest {
    @Test
    void movesAsMuchAtOnceAsTheSealer() {
        Map<Object, Object> sealer = SealerSettings.ofStreams();

        assertThat(sealer).containsAllEntriesOf(CopyMain.settings());
    }
}
