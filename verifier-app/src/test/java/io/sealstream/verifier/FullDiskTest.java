package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.command.CommandProcess;
import io.sealstream.core.Hash;
import io.sealstream.core.control.Certification;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealedEvent;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the event ids is full: no fault of the ledger, and no success, since an id that was not kept may come again. */
class FullDiskTest {
    /** More than what the first segment of the ids takes. */
    private static final int MANY = 200_000;

    @TempDir
    private Path directory;

    @Test
    void withoutRoomFromTheStartTheRunIsAnErrorThatNamesThePlace() {
        try (SmallDisk disk = SmallDisk.mount(directory.resolve("disk")).leaveRoomFor(SmallDisk.MIB)) {
            Path whole = TestLedger.of(2).write(directory.resolve("whole.jsonl"));

            CommandProcess.Ended ended = verifyWithIdsOn(disk, whole);

            assertThat(ended.exitCode()).isEqualTo(5);
            assertThat(ended.out()).startsWith("ERROR: ").doesNotContain("VERIFIED", "TAMPERED");
            assertThat(ended.complaints())
                    .singleElement()
                    .asString()
                    .contains(disk.path().toString(), "No space left on device", "make room there", "java.io.tmpdir");
        }
    }

    /** As operations.md says. */
    @Test
    void aDiskThatGetsFullHalfWayLeavesTheRunIncomplete() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(directory.resolve("disk")).leaveRoomFor(6 * SmallDisk.MIB)) {
            Path many = writeMany(directory.resolve("many.jsonl"));

            CommandProcess.Ended ended = verifyWithIdsOn(disk, many);

            assertThat(ended.exitCode()).isEqualTo(3);
            assertThat(ended.out()).startsWith("INCOMPLETE: ").doesNotContain("VERIFIED", "TAMPERED");
            assertThat(ended.out().lines())
                    .filteredOn(line -> line.contains("No space left on device"))
                    .singleElement()
                    .asString()
                    .contains(disk.path().resolve("sealstream-ids-").toString(), "make room there", "java.io.tmpdir");
        }
    }

    private static CommandProcess.Ended verifyWithIdsOn(SmallDisk disk, Path export) {
        return new CommandProcess(VerifierCommand.class)
                .withJvmOption("-Djava.io.tmpdir=" + disk.path())
                .run("verify", "--file", export.toString());
    }

    /** One after the other, since nobody needs them all at once. */
    private static Path writeMany(Path file) throws IOException {
        TestLedger begun = TestLedger.of(TestLedger.genesis("test", TestLedger.NOWHERE, Certification.NONE, null), 0);
        SealedEvent last = begun.last();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(TestLedger.lines(begun.records()));
            for (int number = begun.size(); number < MANY; number++) {
                CertifiedEvent event = new CertifiedEvent(
                        TestLedger.event("event-" + number, "test.happened", Payload.at("s3://a", 1, Hash.ZERO)), null);
                last = TestLedger.seal(
                        last.sequence().next(),
                        last.eventHash(),
                        last.sealedAtMs(),
                        IntakePosition.at(number - 1),
                        event);
                out.write(TestLedger.lines(List.of(last)));
            }
        }
        return file;
    }
}
