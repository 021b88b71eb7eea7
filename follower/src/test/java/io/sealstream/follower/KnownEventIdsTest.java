package io.sealstream.follower;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.event.EventId;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.core.verify.VerificationState;
import io.sealstream.reader.SampleLedger;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownEventIdsTest {

    @TempDir
    Path directory;

    private IndexStore store;
    private KnownEventIds ids;

    @BeforeEach
    void open() {
        store = IndexStore.open(directory);
        ids = new KnownEventIds(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void knowsWhatIsInTheStore() {
        SealedEvent genesis = SampleLedger.events().getFirst();
        LedgerRecord record = LedgerRecord.ofFile(1, new LedgerRecord.Decoded(genesis));
        EventId id = genesis.event().eventId();
        store.write(
                FoldedBatch.of(null, List.of(record)), List.of(), new Position(1, 0, id, 1, VerificationState.START));

        assertThat(ids.claim(id).add()).isFalse();
    }

    @Test
    void knowsWhatIsInTheBatchThatIsNotWrittenYet() {
        EventId id = new EventId("twice");

        assertThat(ids.claim(id).add()).isTrue();
        assertThat(ids.claim(id).add()).isFalse();
    }

    @Test
    void asksTheStoreAloneWhenTheBatchIsWritten() {
        EventId id = new EventId("not really written");
        ids.claim(id).add();

        ids.written();

        assertThat(ids.claim(id).add()).isTrue();
    }

    @Test
    void takesTheLongestIdThatARecordCanHold() {
        EventId id = new EventId("x".repeat(0xFFFF));

        assertThat(ids.claim(id).add()).isTrue();
    }
}
