package io.sealstream.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExitCodeTest {
    @Test
    void theNumbersAreThoseThatScriptsRelyOn() {
        assertThat(Stream.of(ExitCode.values()).map(ExitCode::number)).containsExactly(0, 2, 3, 4, 5, 6, 10);
    }
}
