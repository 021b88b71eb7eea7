package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Hash;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run with a state has no room on the disk: for new ids, for those of the earlier run beside them, or for the new
 * state. It says so, and leaves the earlier state as it was. The ledger has records 0 to 9, and the state 0 to 5.
 */
@ExtendWith(SharedBroker.class)
class StateOnFullDiskTest {
    private static final String NO_ROOM = "No space left on device";
    /** Places of 16 bytes in 4 MiB, three quarters of which are taken before a segment is split. */
    private static final int IDS_OF_A_SEGMENT = 196_608;

    private static final int SEGMENT = 4 * SmallDisk.MIB;

    private final KafkaLedger ledger;

    @TempDir
    private Path directory;

    StateOnFullDiskTest(TestBroker broker) {
        this.ledger = KafkaLedger.create(broker.bootstrapServers(), 8);
    }

    @Test
    void withoutRoomForAnyIdsTheRunIsAnError() {
        write(0, 10);
        try (SmallDisk disk = SmallDisk.mount(directory.resolve("disk")).leaveRoomFor(SmallDisk.MIB)) {
            Cli.Ended ended = verify(disk.path());

            assertError(ended, disk.path().resolve("ids-"));
            assertThat(state(disk.path())).isEmpty();
        }
    }

    @Test
    void withoutRoomForNewIdsTheRunIsAnError() {
        leaveState();
        try (SmallDisk disk = diskWithState(SmallDisk.MIB)) {
            Map<String, Hash> before = state(disk.path());

            Cli.Ended ended = verify(disk.path());

            assertError(ended, disk.path().resolve("ids-"));
            assertAsBefore(before, disk);
        }
    }

    /** The new ones and those of the earlier run do not fit into one segment. */
    @Test
    void withoutRoomForTheIdsOfBothRunsTogetherTheRunIsAnError() throws Exception {
        leaveState();
        // There is a place for two more, and this run has four.
        MadeUpIds.fillUp(kept(), IDS_OF_A_SEGMENT - 2);
        try (SmallDisk disk = diskWithState(SEGMENT + SmallDisk.MIB)) {
            Map<String, Hash> before = state(disk.path());

            Cli.Ended ended = verify(disk.path());

            assertError(ended, disk.path().resolve("ids-"));
            assertAsBefore(before, disk);
        }
    }

    @Test
    void withoutRoomForTheNewStateTheRunIsAnError() {
        leaveState();
        try (SmallDisk disk = diskWithState(SEGMENT)) {
            Map<String, Hash> before = state(disk.path());

            Cli.Ended ended = verify(disk.path());

            assertError(ended, disk.path());
            assertAsBefore(before, disk);
        }
    }

    private static void assertError(Cli.Ended ended, Path place) {
        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(ended.verdict()).isEqualTo("ERROR");
        assertNames(ended.reasons(), place);
        assertNames(ended.err().lines().filter(line -> line.contains(NO_ROOM)).toList(), place);
    }

    private static void assertNames(List<String> lines, Path place) {
        assertThat(lines).singleElement().asString().contains(place.toString(), NO_ROOM, "make room there", "--state");
    }

    /** And of use, as soon as there is room. */
    private void assertAsBefore(Map<String, Hash> before, SmallDisk disk) {
        assertThat(state(disk.path())).isEqualTo(before);
        disk.makeRoom();
        Cli.Ended again = verify(disk.path());
        assertThat(again.verdict()).isEqualTo("VERIFIED");
        assertThat(again.notChecked()).anyMatch(line -> line.startsWith("The first 6 records once more"));
    }

    private void leaveState() {
        write(0, 6);
        assertThat(verify(kept()).exitCode()).isZero();
        write(6, 10);
    }

    /** A disk with what an earlier run has left, and no more than {@code room} beside it. */
    private SmallDisk diskWithState(long room) {
        SmallDisk disk = SmallDisk.mount(directory.resolve("disk"));
        TestFiles.copy(kept(), disk.path());
        return disk.leaveRoomFor(room);
    }

    private Path kept() {
        return directory.resolve("kept");
    }

    private static Map<String, Hash> state(Path place) {
        Map<String, Hash> files = TestFiles.hashes(place);
        files.keySet().removeAll(List.of("lock", SmallDisk.FILLER));
        return files;
    }

    private void write(int from, int to) {
        ledger.writeSealed(ledger.values().records().subList(from, to));
    }

    private Cli.Ended verify(Path state) {
        return Cli.verify(ledger.where(), "--state", state.toString());
    }
}
