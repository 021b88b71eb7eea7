package io.sealstream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.control.PolicyNoted;
import io.sealstream.core.control.RuleRemark;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.core.seal.RejectedEvent;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes out of the topology where a policy is asked: {@link PayloadPolicy} does what the payload says. */
class PolicyOutcomesTest {
    private final TestLedger ledger = new TestLedger();
    private final SealingDriver driver;

    PolicyOutcomesTest(@TempDir Path directory) {
        ledger.policy = PayloadPolicy.POLICY;
        driver = new SealingDriver(ledger, directory);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void sealsWhatIsAllowed() {
        driver.submit(TestLedger.event("a", "Allow"));

        assertThat(driver.sealed()).containsExactly(ledger.sealed(ledger.genesis, 0, TestLedger.event("a", "Allow")));
    }

    @ParameterizedTest
    @CsvSource({"Warn, WARN", "BreakGlass, BREAK_GLASS"})
    void sealsTheNoteRightBehindWhatItIsAbout(String payload, PolicyNoted.Outcome outcome) {
        driver.submit(TestLedger.event("a", payload));
        driver.submit(TestLedger.event("b", "Allow"));

        List<SealedEvent> sealed = driver.sealed();

        SealedEvent a = ledger.sealed(ledger.genesis, 0, TestLedger.event("a", payload));
        SealedEvent note = ledger.note(a, PayloadPolicy.noted(a, outcome));
        SealedEvent b = ledger.sealed(note, 1, TestLedger.event("b", "Allow"));
        assertThat(sealed).containsExactly(a, note, b);
    }

    @Test
    void writesTheNoteUnderItsOwnSequenceAndTime() {
        ledger.clockSays(TestLedger.CREATED_AT_MS + 7);
        driver.submit(TestLedger.event("a", "Warn"));

        List<TestRecord<byte[], byte[]>> records = driver.sealedRecords();

        assertThat(records)
                .extracting(r -> HexFormat.of().formatHex(r.key()))
                .containsExactly("0000000000000001", "0000000000000002");
        assertThat(records).extracting(TestRecord::timestamp).containsOnly(TestLedger.CREATED_AT_MS + 7);
    }

    @Test
    void keepsTheHeadBehindTheNoteAtTheEventsOffset() {
        driver.submit(TestLedger.event("a", "Warn"));

        SealedEvent note = driver.sealed().getLast();

        assertThat(driver.headStore())
                .containsExactly(
                        KeyValue.pair("head", new LedgerHead(note.sequence(), note.eventHash(), note.sealedAtMs(), 0)));
    }

    @ParameterizedTest
    @CsvSource({"Quarantine, QUARANTINED", "Reject, POLICY_REJECTED"})
    void rejectsWithAllThatTheRulesSaid(String payload, RejectReason reason) {
        driver.submit(TestLedger.event("a", payload));

        RejectedEvent rejected = driver.rejected().getFirst();

        assertThat(driver.sealed()).isEmpty();
        assertThat(rejected.reason()).isEqualTo(reason);
        assertThat(rejected.detail()).isEqualTo("payload: told so");
        assertThat(rejected.contributing()).containsExactly(new RuleRemark("payload", payload, "told so"));
        assertThat(rejected.discarded()).containsExactly(new RuleRemark("other", "Allow", ""));
    }

    /** A bug in a rule is no reason to stop sealing, and none to seal what nobody could judge. */
    @Test
    void quarantinesWhatARuleFailedAtAndGoesOn() {
        driver.submit(TestLedger.event("a", "no such word"));
        driver.submit(TestLedger.event("b", "Allow"));

        assertThat(driver.rejected()).singleElement().satisfies(rejected -> {
            assertThat(rejected.reason()).isEqualTo(RejectReason.QUARANTINED);
            assertThat(rejected.detail()).startsWith("payload: the rule failed: java.util.NoSuchElementException");
        });
        assertThat(driver.sealed()).extracting(s -> s.event().eventId()).hasToString("[b]");
    }
}
