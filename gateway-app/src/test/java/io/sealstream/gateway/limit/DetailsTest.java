package io.sealstream.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DetailsTest {
    @Test
    void aLineForPeopleStaysAsItIs() {
        assertThat(Details.bounded("event_id has 0 bytes")).isEqualTo("event_id has 0 bytes");
    }

    /** Three bytes of UTF-8 for each character, each percent-encoded; clients take headers of 8 KiB. */
    @Test
    void whatACallerMadeLongFitsIntoAHeader() {
        String bounded = Details.bounded("\u20AC".repeat(1_000_000));

        assertThat(bounded).endsWith("…");
        assertThat(bounded.getBytes(StandardCharsets.UTF_8).length * "%E2".length())
                .isLessThan(4 * 1_024);
    }
}
