package io.sealstream.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {
    @Test
    void textOfAnyOriginBecomesOneLineThatCannotRewriteTheScreen() {
        assertThat(OneLine.of(" two\r\n\tlines \u001b[2J\u009b1m")).isEqualTo("two lines ?[2J?1m");
    }

    @Test
    void textCannotTurnAroundWhatIsShownBehindIt() {
        assertThat(OneLine.of("a\u202eb\u2066c\u200bd\u2028e")).isEqualTo("a?b?c?d?e");
    }
}
