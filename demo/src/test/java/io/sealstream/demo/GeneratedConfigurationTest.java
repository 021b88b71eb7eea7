package io.sealstream.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/configuration.md has every key and every flag that there is, and no other. */
class GeneratedConfigurationTest {
    private static final Path PAGE = Generated.ROOT.resolve(Path.of("docs", "configuration.md"));
    private static final String BEGIN = "<!-- generated: begin -->\n";
    private static final String END = "<!-- generated: end -->\n";

    private final List<ConfiguredCommand> commands = ConfiguredCommand.in(CommandTree.of());

    @Test
    void thePageIsWhatTheCommandsSay() throws IOException {
        String page = Files.readString(PAGE);
        String before = page.substring(0, page.indexOf(BEGIN) + BEGIN.length());
        String after = page.substring(page.indexOf(END));

        Generated.requireSame(PAGE, before + '\n' + ConfigurationPage.of(commands) + after);
    }

    @Test
    void everyFlagOfAKeyIsAFlagOfTheCommand() {
        assertThat(commands).allSatisfy(command -> {
            assertThat(command.keys()).containsKeys(command.flagOfKey().keySet().toArray(String[]::new));
            assertThat(command.flags()).containsAll(command.flagOfKey().values());
        });
    }

    /** A lambda tells nobody what it allows. */
    @Test
    void whatIsAllowedCanBeRead() {
        assertThat(commands)
                .flatExtracting(command -> command.keys().values())
                .filteredOn(key -> key.validator != null)
                .allSatisfy(key -> assertThat(key.validator.toString())
                        .as("give %s a ConfigDef.LambdaValidator with a text", key.name)
                        .doesNotContain("Lambda", "@"));
    }
}
