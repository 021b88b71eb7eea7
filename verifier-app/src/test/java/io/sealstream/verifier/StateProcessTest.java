package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.command.CommandProcess;
import io.sealstream.command.CommandProcess.Ended;
import io.sealstream.core.Hash;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code --state} from process to process. The ledger has records 0 to 9. */
@ExtendWith(SharedBroker.class)
class StateProcessTest {
    private static final String GOES_ON = "The first 6 records once more";
    private static final String WHOLE = "The whole, from the first record on";

    private final KafkaLedger ledger;

    @TempDir
    private Path directory;

    StateProcessTest(TestBroker broker) {
        this.ledger = KafkaLedger.create(broker.bootstrapServers(), 8);
    }

    @Test
    void aLaterRunGoesOnAndSaysSo() {
        Ended first = verifyFirst();

        Ended later = verify();

        assertThat(first.out()).doesNotContain(GOES_ON, WHOLE);
        assertVerified(later);
        assertThat(later.out()).contains(GOES_ON);
    }

    @Test
    void aFaultBehindTheStateIsTamperedAndLeavesTheStateAsItWas() {
        verifyFirst();
        Map<String, Hash> before = TestFiles.hashes(state());
        ledger.writeSealed(List.of(TestLedger.edited(ledger.values().records().get(7))));

        Ended later = verify();

        assertThat(later.exitCode()).isEqualTo(10);
        assertThat(later.out()).startsWith("TAMPERED: ").contains(GOES_ON);
        assertThat(TestFiles.hashes(state())).isEqualTo(before);
    }

    @Test
    void aRunThatWantsSignaturesReadsTheWholeBehindOneThatLeftThemOut() {
        verifyFirst("--signatures", "skip");

        Ended skipping = verify("--signatures", "skip");
        Ended checking = verify();

        assertVerified(skipping);
        assertThat(skipping.out()).contains(GOES_ON, "they were left out (--signatures skip)");
        assertVerified(checking);
        assertThat(checking.out()).contains(WHOLE, "it is of a run that left out signatures");
    }

    @Test
    void aDamagedStateLeadsToTheWholeAndIsReplaced() throws IOException {
        verifyFirst();
        Path file = state().resolve("state");
        Files.write(file, new byte[] {'x'}, StandardOpenOption.APPEND);

        Ended damaged = verify();
        Ended next = verify();

        assertVerified(damaged);
        assertThat(damaged.out()).contains(WHOLE, "it is damaged");
        assertVerified(next);
        assertThat(next.out()).doesNotContain(WHOLE).contains("The first 10 records once more");
    }

    /** As a process that was killed leaves it, under the name that it had at random. */
    @Test
    void whatAKilledRunLeftIsRemoved() {
        verifyFirst();
        Path left = TestFiles.write(state().resolve("ids-123"), "half of them");

        Ended later = verify();

        assertVerified(later);
        assertThat(later.out()).contains(GOES_ON);
        assertThat(left).doesNotExist();
    }

    @Test
    void aDirectoryThatAnotherProcessUsesIsAnError() throws IOException {
        verifyFirst();
        try (FileChannel lock = FileChannel.open(state().resolve("lock"), StandardOpenOption.WRITE)) {
            lock.lock();

            Ended later = verify();

            assertError(later, "another run is using --state " + state());
        }
    }

    @Test
    void aFileInItsPlaceIsAnError() {
        TestFiles.write(state(), "no directory");

        Ended ended = verify();

        assertError(ended, "--state=" + state() + " can't be used");
    }

    private static void assertVerified(Ended ended) {
        assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
        assertThat(ended.out()).startsWith("VERIFIED: ");
        assertThat(ended.complaints()).hasSize(1);
    }

    private static void assertError(Ended ended, String why) {
        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(ended.out()).startsWith("ERROR: ");
        assertThat(ended.complaints()).singleElement().asString().contains(why);
    }

    /** Of records 0 to 5. The others are there when it has ended. */
    private Ended verifyFirst(String... more) {
        ledger.writeSealed(ledger.values().records().subList(0, 6));
        Ended first = verify(more);
        assertVerified(first);
        ledger.writeSealed(ledger.values().records().subList(6, 10));
        return first;
    }

    private Ended verify(String... more) {
        List<String> arguments = new ArrayList<>(List.of("verify", "--state", state().toString()));
        arguments.addAll(ledger.where());
        arguments.addAll(List.of(more));
        return new CommandProcess(VerifierCommand.class).run(arguments.toArray(String[]::new));
    }

    private Path state() {
        return directory.resolve("state");
    }
}
