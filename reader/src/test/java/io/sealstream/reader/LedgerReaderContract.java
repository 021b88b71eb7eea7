package io.sealstream.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.core.verify.LedgerRecord.Decoded;
import io.sealstream.core.verify.LedgerRecord.Undecodable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every form of a ledger keeps, whatever it is kept in. */
abstract class LedgerReaderContract {
    /** Makes a ledger that no other test has, without any record. */
    abstract void createLedger() throws IOException;

    abstract void append(List<SealedEvent> events) throws IOException;

    /** Appends something that is no record of a ledger. */
    abstract void appendGarbage() throws IOException;

    abstract LedgerReader open() throws LedgerUnreadableException;

    /** A reader of a ledger that is not there. */
    abstract LedgerReader openMissing() throws LedgerUnreadableException;

    @Test
    void givesAllRecordsInOrder() throws IOException {
        List<SealedEvent> events = SampleLedger.events();
        createLedger();
        append(events);

        Run run = read();

        assertThat(run.result()).isEqualTo(new ReadResult.Complete());
        assertThat(run.events()).isEqualTo(events);
    }

    @Test
    void givesNothingWhereThereIsNothing() throws IOException {
        createLedger();

        Run run = read();

        assertThat(run.result()).isEqualTo(new ReadResult.Complete());
        assertThat(run.records()).isEmpty();
    }

    @Test
    void endsWhereTheLedgerEndedWhenItWasOpened() throws IOException {
        List<SealedEvent> events = SampleLedger.events();
        createLedger();
        append(events.subList(0, 10));
        try (LedgerReader reader = open()) {
            append(events.subList(10, 40));

            Run run = read(reader);

            assertThat(run.result()).isEqualTo(new ReadResult.Complete());
            assertThat(run.events()).isEqualTo(events.subList(0, 10));
        }
    }

    @Test
    void givesWhatIsNoRecordTooAndGoesOnBehindIt() throws IOException {
        List<SealedEvent> events = SampleLedger.events();
        createLedger();
        append(events.subList(0, 2));
        appendGarbage();
        append(events.subList(2, 4));

        Run run = read();

        assertThat(run.result()).isEqualTo(new ReadResult.Complete());
        assertThat(run.records()).hasSize(5);
        assertThat(run.records().get(2).content()).isInstanceOf(Undecodable.class);
        assertThat(run.events()).isEqualTo(events.subList(0, 4));
    }

    @Test
    void passesOnWhatItsSinkThrows() throws IOException {
        createLedger();
        append(SampleLedger.events());
        try (LedgerReader reader = open()) {
            assertThatThrownBy(() -> reader.read(record -> {
                        throw new IllegalStateException("the sink is full");
                    }))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("the sink is full");
        }
    }

    @Test
    void isUnreadableWhereThereIsNoLedger() {
        assertThatThrownBy(this::openMissing)
                .isInstanceOfSatisfying(
                        LedgerUnreadableException.class,
                        e -> assertThat(e.reason()).isEqualTo(LedgerUnreadableException.Reason.MISSING))
                .message()
                .contains("missing")
                .hasLineCount(1);
    }

    final Run read() throws LedgerUnreadableException {
        try (LedgerReader reader = open()) {
            return read(reader);
        }
    }

    static Run read(LedgerReader reader) throws LedgerUnreadableException {
        List<LedgerRecord> records = new ArrayList<>();
        return new Run(reader.read(records::add), records);
    }

    record Run(ReadResult result, List<LedgerRecord> records) {
        List<SealedEvent> events() {
            return records.stream()
                    .map(LedgerRecord::content)
                    .filter(Decoded.class::isInstance)
                    .map(content -> ((Decoded) content).event())
                    .toList();
        }

        List<Long> offsets() {
            return records.stream().map(LedgerRecord::offset).toList();
        }
    }
}
