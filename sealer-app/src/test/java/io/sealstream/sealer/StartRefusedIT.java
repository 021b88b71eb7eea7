package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.ExitCode;
import io.sealstream.core.Bytes;
import io.sealstream.reader.LedgerUnreadableException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong before anything runs ends the start, with one line that names it. */
@ExtendWith(TrialLedgers.class)
class StartRefusedIT {
    private final TrialLedger ledger;

    StartRefusedIT(TrialLedger ledger) {
        this.ledger = ledger;
    }

    @Test
    void withoutAGenesis() {
        new TopicCreation(ledger.connection(), TrialLedger.PATIENCE, (short) -1).create(ledger.names());

        assertRefused(ledger.config(), ledger.names().sealed() + " is empty");
    }

    @Test
    void whereTheFirstRecordIsNoGenesis() throws Exception {
        new TopicCreation(ledger.connection(), TrialLedger.PATIENCE, (short) -1).create(ledger.names());
        Bytes anything = Bytes.utf8("anything");
        ledger.foreignWriter()
                .write(ledger.names().sealed(), new Tampering.Forgery(anything, anything, System.currentTimeMillis()));

        assertRefused(ledger.config(), ledger.names().sealed() + " is not the ledger");
    }

    @ParameterizedTest
    @CsvSource({
        "sealed, cleanup.policy, 'compact,delete'",
        "sealed, message.timestamp.type, LogAppendTime",
        "sealed, max.message.bytes, 1000000",
        "sealed, unclean.leader.election.enable, true",
        "intake, cleanup.policy, compact",
        "intake, retention.ms, 60000",
        "intake, retention.bytes, 1000000",
        "intake, message.timestamp.type, CreateTime",
        "rejected, cleanup.policy, compact",
        "rejected, retention.ms, 60000",
    })
    void whereATopicIsNotSetAsItMustBe(String topic, String setting, String value) throws Exception {
        ledger.init();
        String name = ledger.names().ledger() + "." + topic;
        Topics.set(ledger, name, setting, value);

        assertRefused(ledger.config(), name + " has " + setting + "=" + value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "sealed", "rejected"})
    void whereATopicHasSeveralPartitions(String topic) throws Exception {
        ledger.init();
        String name = ledger.names().ledger() + "." + topic;
        Topics.increasePartitionsTo(2, ledger, name);

        assertRefused(ledger.config(), name + " has partitions=2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "sealed", "rejected"})
    void whereATopicIsMissing(String topic) throws Exception {
        ledger.init();
        String name = ledger.names().ledger() + "." + topic;
        Topics.deleteAndWait(ledger, List.of(name));

        assertThatThrownBy(() -> SealerNode.open(ledger.config(), false, Clock.systemUTC(), new Stop()))
                .isInstanceOf(LedgerUnreadableException.class)
                .hasMessageContaining(name);
    }

    @Test
    void whereAnotherUsesTheStateDirectory() throws Exception {
        ledger.init();
        ledger.start();

        assertRefused(ledger.config(), ledger.config().stateDirectory() + "/follower is in use");
    }

    @Test
    void whereTheStateDirectoryIsThatOfAnotherLedger(TrialLedger other) throws Exception {
        ledger.init();
        other.init();
        ledger.start().close();

        assertRefused(
                other.config(ledger.config().stateDirectory().toString()),
                "belongs to the ledger " + ledger.names().ledger());
    }

    private static void assertRefused(SealerConfig config, String why) {
        assertThatThrownBy(() -> SealerNode.open(config, false, Clock.systemUTC(), new Stop()))
                .isInstanceOfSatisfying(CommandFailure.class, failure -> {
                    assertThat(failure.exitCode()).isEqualTo(ExitCode.ERROR);
                    assertThat(failure.line()).contains(why).doesNotContain("\n");
                });
    }
}
