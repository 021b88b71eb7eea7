package io.sealstream.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sealstream.command.InstalledPrograms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the Tab key gives, asked of the shells themselves. A shell that is not installed is left out. */
class CompletionInShellTest {
    private static final String AT_TAB = "source <(./sealstream completion bash); COMP_WORDS=(sealstream \"$@\");"
            + " COMP_CWORD=$#; COMP_LINE=\"${COMP_WORDS[*]}\"; COMP_POINT=${#COMP_LINE};"
            + " _complete_sealstream; printf '%s\\n' \"${COMPREPLY[@]}\"";

    @ParameterizedTest
    @CsvSource({
        "ver, verify",
        "head --boot, --bootstrap-server",
        "verify --format j, json",
        "sealer --startup-check f, full",
        "doctor --role s, sealer",
        "key re, revoke",
        "completion z, zsh",
        "help loc, local-kafka"
    })
    void bashCompletes(String typed, String completed) throws Exception {
        assertThat(bash(typed)).contains(completed);
    }

    @Test
    void bashCompletesTheNamesOfFiles() throws Exception {
        assertThat(bash("verify --checkpoint ./docker-com")).contains("./docker-compose.yml");
    }

    @Test
    void zshCompletes() throws Exception {
        // No widget runs without a terminal, so the function that Tab would call is asked directly.
        String asked =
                "autoload -U +X compinit && compinit -u -D; source <(./sealstream completion zsh); setopt kshArrays;"
                        + " COMP_WORDS=(sealstream verify --format j); COMP_CWORD=3; COMPREPLY=();"
                        + " _complete_sealstream; print -l -- ${COMPREPLY[@]}";

        assertThat(run(List.of("zsh", "-f", "-c", asked))).contains("json");
    }

    @Test
    void anotherShellIsRefused() throws Exception {
        assertThat(run(List.of("bash", "--norc", "-c", "./sealstream completion fish; echo $?")))
                .endsWith("2");
    }

    /** As bash does it at Tab: the words so far, the last of which is unfinished. */
    private static List<String> bash(String typed) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", "--norc", "-c", AT_TAB, "bash"));
        command.addAll(List.of(typed.split(" ", 0)));
        return run(command);
    }

    private static List<String> run(List<String> command) throws IOException, InterruptedException {
        assumeTrue(InstalledPrograms.has(command.getFirst()), command.getFirst() + " is not installed");
        Process process = new ProcessBuilder(command)
                .directory(Generated.ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return out.lines().map(String::strip).toList();
    }
}
