package io.sealstream.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class NamedChoiceTest {
    private static final class Numbers extends NamedChoice<Integer> {
        Numbers() {
            super(List.of(2, 1), number -> "No-" + number);
        }
    }

    private final Numbers numbers = new Numbers();

    @ParameterizedTest
    @CsvSource({"No-1,1", "no-2,2", "NO-2,2"})
    void readsANameInAnyCase(String text, int number) {
        assertThat(numbers.convert(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no-3", "1", "no-1 "})
    void namesWhatIsAllowedForAnythingElse(String text) {
        assertThatThrownBy(() -> numbers.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("expected one of No-2, No-1 but was '" + text + "'");
    }

    @Test
    void offersTheNamesInTheirOrder() {
        assertThat(numbers).containsExactly("No-2", "No-1");
    }
}
