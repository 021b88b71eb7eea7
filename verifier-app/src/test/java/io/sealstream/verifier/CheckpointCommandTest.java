package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.checkpoint.Checkpoint;
import io.sealstream.core.checkpoint.NoteSigner;
import io.sealstream.core.control.Certification;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.merkle.Frontier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a checkpoint that is given is worth, and the one that is left behind. */
class CheckpointCommandTest {
    private final TestLedger ledger = TestLedger.of(8);
    private final TestLedger withoutKey =
            TestLedger.of(TestLedger.genesis("test", TestLedger.NOWHERE, Certification.REQUIRED, null), 8);

    @TempDir
    private Path directory;

    private String export = "";

    @BeforeEach
    void writeExport() {
        export = ledger.write(directory.resolve("test.jsonl")).toString();
    }

    @Test
    void theKeyOfTheGenesisIsTrusted() {
        Cli.Ended ended = verify(export, "--checkpoint", checkpoint(ledger.checkpoint(6, TestKeys.CHECKPOINT)));

        assertThat(ended.verdict()).isEqualTo("VERIFIED");
        assertThat(ended.checked()).anyMatch(line -> line.contains("6 records of the checkpoint"));
        assertThat(ended.notChecked()).noneMatch(line -> line.contains("tail"));
    }

    @Test
    void aCheckpointOfTheGenesisAloneIsCompared() {
        Cli.Ended ended = verify(export, "--checkpoint", checkpoint(ledger.checkpoint(1, TestKeys.CHECKPOINT)));

        assertThat(ended.verdict()).isEqualTo("VERIFIED");
    }

    @Test
    void aTailThatWasCutOffShows() {
        String cut = write(ledger.records().subList(0, 5));

        Cli.Ended ended = verify(cut, "--checkpoint", checkpoint(ledger.checkpoint(6, TestKeys.CHECKPOINT)));

        assertThat(ended.exitCode()).isEqualTo(10);
        assertThat(ended.faults()).containsExactly("CHECKPOINT_TRUNCATED@5");
    }

    @Test
    void anotherKeyThanTheGenesisIsRefused() {
        Cli.Ended ended = verify(export, "--checkpoint", checkpoint(ledger.checkpoint(6, TestKeys.STRANGER)));

        assertThat(ended.exitCode()).isEqualTo(4);
        assertThat(ended.verdict()).isEqualTo("UNANCHORED");
        assertThat(ended.reasons()).singleElement().asString().contains("is refused", "none of its signatures is by");
    }

    @Test
    void aCheckpointOfAnotherLedgerIsRefused() {
        NoteSigner other = new NoteSigner("example.com/other", TestKeys.CHECKPOINT);
        String note = new Checkpoint("example.com/other", 6, ledger.root(6))
                .sign(other)
                .toString();

        Cli.Ended ended = verify(
                export,
                "--checkpoint",
                checkpoint(note),
                "--checkpoint-vkey",
                other.verifierKey().toString());

        assertThat(ended.exitCode()).isEqualTo(4);
        assertThat(ended.reasons()).singleElement().asString().contains("example.com/other", TestLedger.ORIGIN);
    }

    @Test
    void whatIsNoCheckpointIsRefused() {
        Cli.Ended ended = verify(export, "--checkpoint", checkpoint("a shopping list"));

        assertThat(ended.exitCode()).isEqualTo(4);
    }

    @Test
    void anEmptyCheckpointAnchorsNothing() {
        String note = new Checkpoint(TestLedger.ORIGIN, 0, Frontier.EMPTY.root())
                .sign(new NoteSigner(TestLedger.ORIGIN, TestKeys.CHECKPOINT))
                .toString();

        Cli.Ended ended = verify(export, "--checkpoint", checkpoint(note), "--require-checkpoint");

        assertThat(ended.exitCode()).isEqualTo(4);
        assertThat(ended.reasons()).singleElement().asString().contains("size is 0");
    }

    @Test
    void withoutAnyKeyACheckpointThatAgreesIsToldAndProvesNothing() {
        String unkeyed = withoutKey.write(directory.resolve("unkeyed.jsonl")).toString();
        String checkpoint = checkpoint(withoutKey.checkpoint(6, TestKeys.CHECKPOINT));

        Cli.Ended ended = verify(unkeyed, "--checkpoint", checkpoint);
        Cli.Ended required = verify(unkeyed, "--checkpoint", checkpoint, "--require-checkpoint");

        assertThat(ended.verdict()).isEqualTo("VERIFIED");
        assertThat(ended.notChecked())
                .anyMatch(line -> line.contains("is not authenticated") && line.contains("agrees with"));
        assertThat(required.exitCode()).isEqualTo(4);
    }

    @Test
    void withoutAnyKeyACheckpointThatDisagreesIsNoFaultAndNoSuccess() {
        String unkeyed = withoutKey.write(directory.resolve("unkeyed.jsonl")).toString();

        Cli.Ended ended = verify(unkeyed, "--checkpoint", checkpoint(ledger.checkpoint(6, TestKeys.CHECKPOINT)));

        assertThat(ended.exitCode()).isEqualTo(4);
        assertThat(ended.faults()).isEmpty();
        assertThat(ended.reasons()).singleElement().asString().contains("disagrees with");
    }

    @Test
    void aKeyThatIsGivenIsTrustedFromTheCommandLineAndFromAFile() {
        String unkeyed = withoutKey.write(directory.resolve("unkeyed.jsonl")).toString();
        String checkpoint = checkpoint(withoutKey.checkpoint(6, TestKeys.STRANGER));
        String vkey = new NoteSigner(TestLedger.ORIGIN, TestKeys.STRANGER)
                .verifierKey()
                .toString();
        String vkeyFile =
                TestFiles.write(directory.resolve("vkey"), vkey + "\n").toString();

        for (String given : List.of(vkey, vkeyFile)) {
            Cli.Ended ended =
                    verify(unkeyed, "--checkpoint", checkpoint, "--checkpoint-vkey", given, "--require-checkpoint");

            assertThat(ended.verdict()).isEqualTo("VERIFIED");
        }
    }

    @Test
    void aRequiredCheckpointThatIsNotGivenLeavesTheLedgerUnanchored() {
        Cli.Ended ended = verify(export, "--require-checkpoint");

        assertThat(ended.exitCode()).isEqualTo(4);
        assertThat(ended.verdict()).isEqualTo("UNANCHORED");
    }

    @Test
    void tamperingComesBeforeAMissingCheckpoint() {
        List<SealedEvent> records = ledger.records();
        records.remove(4);

        Cli.Ended ended = verify(write(records), "--require-checkpoint");

        assertThat(ended.exitCode()).isEqualTo(10);
    }

    @Test
    void aSuccessfulRunLeavesACheckpointThatTheNextOneTrusts() {
        Path written = directory.resolve("new.checkpoint");

        Cli.Ended first = verify(export, "--write-checkpoint", written.toString(), "--checkpoint-key", key());
        Cli.Ended next = verify(export, "--checkpoint", written.toString(), "--require-checkpoint");

        assertThat(first.verdict()).isEqualTo("VERIFIED");
        assertThat(TestFiles.read(written)).isEqualTo(ledger.checkpoint(ledger.size(), TestKeys.CHECKPOINT));
        assertThat(next.verdict()).isEqualTo("VERIFIED");
    }

    @Test
    void aRunThatDoesNotEndWellLeavesNone() {
        List<SealedEvent> records = ledger.records();
        records.remove(4);
        Path written = directory.resolve("new.checkpoint");

        Cli.Ended ended = verify(write(records), "--write-checkpoint", written.toString(), "--checkpoint-key", key());

        assertThat(ended.exitCode()).isEqualTo(10);
        assertThat(written).doesNotExist();
    }

    @Test
    void aCheckpointThatHasSeenMoreIsNotOverwritten() {
        Path earlier = Path.of(checkpoint(ledger.checkpoint(6, TestKeys.CHECKPOINT)));
        String cut = write(ledger.records().subList(0, 5));

        Cli.Ended ended = verify(cut, "--write-checkpoint", earlier.toString(), "--checkpoint-key", key());

        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(ended.reasons()).singleElement().asString().contains("holds a checkpoint of 6 records");
        assertThat(earlier).content().contains("\n6\n");
    }

    /** A chain shows nothing here, and whoever only asks for the newest checkpoint would lose the evidence. */
    @Test
    void aCheckpointIsNotOverwrittenByThatOfALongerRewrittenTail() {
        String note = ledger.checkpoint(6, TestKeys.CHECKPOINT);
        Path earlier = Path.of(checkpoint(note));
        List<SealedEvent> records = ledger.records();
        List<SealedEvent> tail = TestLedger.relinked(records.get(3), 4, records.subList(5, records.size()));
        List<SealedEvent> rewritten = new ArrayList<>(records.subList(0, 4));
        rewritten.addAll(tail);

        Cli.Ended ended = verify(write(rewritten), "--write-checkpoint", earlier.toString(), "--checkpoint-key", key());

        assertThat(ended.faults()).isEmpty();
        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(ended.reasons()).singleElement().asString().contains("disagrees with it");
        assertThat(earlier).content().isEqualTo(note);
    }

    @Test
    void aCheckpointGivesWayToALaterOneOfTheSameLedger() {
        Path earlier = Path.of(checkpoint(ledger.checkpoint(6, TestKeys.CHECKPOINT)));

        Cli.Ended ended = verify(export, "--write-checkpoint", earlier.toString(), "--checkpoint-key", key());

        assertThat(ended.verdict()).isEqualTo("VERIFIED");
        assertThat(TestFiles.read(earlier)).isEqualTo(ledger.checkpoint(ledger.size(), TestKeys.CHECKPOINT));
    }

    @Test
    void aPrivateKeyInThePlaceOfAVerifierKeyIsNotQuoted() {
        String note = checkpoint(ledger.checkpoint(6, TestKeys.CHECKPOINT));

        Cli.Ended ended = verify(export, "--checkpoint", note, "--checkpoint-vkey", key());

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("is a private key").doesNotContain("BEGIN");
    }

    private static Cli.Ended verify(String file, String... more) {
        return Cli.verify(List.of("--file", file), more);
    }

    private String checkpoint(String note) {
        return TestFiles.write(directory.resolve("checkpoint"), note).toString();
    }

    private String write(List<SealedEvent> records) {
        return TestFiles.write(directory.resolve("changed.jsonl"), TestLedger.lines(records))
                .toString();
    }

    private String key() {
        return TestFiles.writeSecret(directory.resolve("key.pem"), TestKeys.CHECKPOINT.toPem())
                .toString();
    }
}
