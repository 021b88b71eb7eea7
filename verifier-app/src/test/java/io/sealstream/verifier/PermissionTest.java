package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.command.CommandProcess;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import io.sealstream.reader.DocumentedGrants;
import io.sealstream.reader.Grant;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands do with what docs/operations.md says that they must and should be granted, and without. */
@Timeout(60)
@ExtendWith(SharedBroker.class)
class PermissionTest {
    @TempDir
    private Path directory;

    private final KafkaLedger ledger;

    PermissionTest(TestBroker broker) {
        ledger = KafkaLedger.whole(broker.bootstrapServers(), 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "export", "show", "head"})
    void whoMayDoNothingIsToldSo(String command) {
        ledger.permitOnly(List.of());

        CommandProcess.Ended ended = new CommandProcess(VerifierCommand.class).run(words(command));

        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(5);
        assertThat(ended.complaints())
                .singleElement()
                .asString()
                .contains("permission", ledger.names().sealed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "export", "show", "head"})
    void nobodyNeedsMoreThanTheyMustHave(String command) {
        ledger.permitOnly(grants(command).must());

        Cli.Ended ended = Cli.run(words(command));

        assertThat(ended.exitCode()).as(ended.err()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify", "export", "show", "head"})
    void whoMaySeeTheLedgerAndNotReadItIsToldSo(String command) {
        Grant describe = new Grant(
                AclOperation.DESCRIBE,
                grants(command).must().getFirst().type(),
                ledger.names().sealed());
        ledger.permitOnly(List.of(describe));

        Cli.Ended ended = Cli.run(words(command));

        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(5);
        assertThat(ended.err().lines())
                .singleElement()
                .asString()
                .contains("permission", ledger.names().sealed());
    }

    @Test
    void verifyLeavesNothingOutWithAllThatItShouldHave() {
        ledger.permitOnly(grants("verify").all());

        Cli.Ended ended = Cli.verify(ledger.where());

        assertThat(ended.verdict()).isEqualTo("VERIFIED");
        assertThat(ended.notChecked()).noneMatch(line -> line.contains("permission"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void verifySaysWhatItLeavesOutWithoutEachOfThose(int index) {
        Grant lacking = grants("verify").should().get(index);
        ledger.permitOnly(grants("verify").without(lacking));

        Cli.Ended ended = Cli.verify(ledger.where());

        assertThat(ended.verdict()).isEqualTo("VERIFIED");
        assertThat(ended.notChecked()).anyMatch(line -> line.contains("permission") && line.contains(lacking.name()));
    }

    private DocumentedGrants grants(String command) {
        return DocumentedGrants.of(command, ledger.names().ledger());
    }

    private String[] words(String command) {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(ledger.where());
        words.addAll(
                switch (command) {
                    case "export" ->
                        List.of("--out", directory.resolve("export.jsonl").toString());
                    case "show" -> List.of("1");
                    default -> List.of();
                });
        return words.toArray(String[]::new);
    }
}
