package io.sealstream.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RuleSettingsTest {
    @Test
    void readsWhatIsThereWithoutTheBlanksAround() {
        RuleSettings settings =
                new RuleSettings(Map.of("text", " a b ", "list", "a, b ,c", "integer", " 7", "outcome", "Quarantine"));

        assertThat(settings.text("text")).isEqualTo("a b");
        assertThat(settings.list("list")).containsExactly("a", "b", "c");
        assertThat(settings.integer("integer", 7, 7)).isEqualTo(7);
        assertThat(settings.integer("absent", 0, 9, 5)).isEqualTo(5);
        assertThat(settings.find("absent")).isEmpty();
        assertThat(settings.outcome()).isEqualTo(AdmissionOutcome.QUARANTINE);
    }

    @Test
    void whoObjectsRejectsUnlessToldOtherwise() {
        assertThat(new RuleSettings(Map.of()).outcome()).isEqualTo(AdmissionOutcome.REJECT);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong("a", Map.of(), s -> s.text("a")),
                wrong("a", Map.of("a", " "), s -> s.text("a")),
                wrong("a", Map.of("a", "x,,y"), s -> s.list("a")),
                wrong("a", Map.of("a", "x,"), s -> s.list("a")),
                wrong("a", Map.of("a", "many"), s -> s.integer("a", 0, 9)),
                wrong("a", Map.of("a", "10"), s -> s.integer("a", 0, 9)),
                wrong("a", Map.of("a", "-1"), s -> s.integer("a", 0, 9, 5)),
                wrong("outcome", Map.of("outcome", "Allow"), RuleSettings::outcome),
                wrong("outcome", Map.of("outcome", "BreakGlass"), RuleSettings::outcome),
                wrong("outcome", Map.of("outcome", "reject"), RuleSettings::outcome));
    }

    private static Arguments wrong(String name, Map<String, String> values, Consumer<RuleSettings> use) {
        return Arguments.of(name, values, use);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void namesTheSettingThatIsMissingOrWrong(String name, Map<String, String> values, Consumer<RuleSettings> use) {
        RuleSettings settings = new RuleSettings(values);

        assertThatExceptionOfType(RuleSettingException.class)
                .isThrownBy(() -> use.accept(settings))
                .satisfies(e -> assertThat(e.setting()).isEqualTo(name));
    }

    @Test
    void knowsWhatNobodyAskedFor() {
        RuleSettings settings = new RuleSettings(Map.of("bytes", "1", "byts", "2"));

        assertThat(settings.integer("bytes", 0, 9)).isEqualTo(1);

        assertThat(settings.unasked()).containsExactly("byts");
    }
}
