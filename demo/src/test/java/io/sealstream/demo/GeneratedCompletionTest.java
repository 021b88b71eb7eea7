package io.sealstream.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.AutoComplete;

/** What {@code ./sealstream} says of its commands is what the modules have. */
class GeneratedCompletionTest {
    @Test
    void theCompletionKnowsEveryCommandAndOption() throws IOException {
        String script = AutoComplete.bash("sealstream", CommandTree.of());

        Generated.requireSame(Generated.ROOT.resolve(Path.of("completion", "sealstream.bash")), script);
    }

    @Test
    void theScriptListsEveryCommandAndKnowsItsModule() throws IOException {
        String script = Files.readString(Generated.ROOT.resolve("sealstream"));

        assertThat(CommandTree.of().getSubcommands().keySet())
                .allSatisfy(command -> assertThat(script).containsPattern("(?m)^  " + command + " +\\S"));
        assertThat(CommandTree.of().getSubcommands().keySet())
                .filteredOn(command -> !CommandTree.OF_THE_SCRIPT.contains(command))
                .allSatisfy(command ->
                        assertThat(script).containsPattern("(?m)^    (.* \\| )?" + command + "( \\| .*)?\\) echo"));
    }
}
