package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.kafka.local.SharedBroker;
import io.sealstream.kafka.local.TestBroker;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Single records of a topic with ten. */
@ExtendWith(SharedBroker.class)
class ShowAndHeadTest {
    private final KafkaLedger ledger;

    ShowAndHeadTest(TestBroker broker) {
        ledger = KafkaLedger.create(broker.bootstrapServers(), 8);
    }

    @Test
    void aRecordIsShownBySequence() {
        ledger.writeSealed(ledger.values().records());

        Cli.Ended ended = run("show", "5");

        assertThat(ended.exitCode()).isZero();
        ObjectNode json = ended.json();
        assertThat(json.get("sequence").longValue()).isEqualTo(5);
        assertThat(json.get("offset").longValue()).isEqualTo(5);
        assertThat(json.get("payload_json").get("number").longValue()).isEqualTo(3);
        assertThat(json.get("event_hash_is_right").booleanValue()).isTrue();
        assertThat(json.get("payload_is_right").booleanValue()).isTrue();
    }

    @Test
    void aRecordIsShownByEventId() {
        ledger.writeSealed(ledger.values().records());

        Cli.Ended ended = run("show", "--event-id", "event-3");

        assertThat(ended.json().get("sequence").longValue()).isEqualTo(5);
    }

    @Test
    void aRecordIsFoundWhereverItWasPut() {
        List<SealedEvent> records = ledger.values().records();
        Collections.reverse(records);
        ledger.writeSealed(records);

        Cli.Ended ended = run("show", "8");

        assertThat(ended.json().get("sequence").longValue()).isEqualTo(8);
    }

    @Test
    void aPayloadThatWasEditedIsShownAsWrong() {
        List<SealedEvent> records = ledger.values().records();
        records.set(5, TestLedger.edited(records.get(5)));
        ledger.writeSealed(records);

        Cli.Ended ended = run("show", "5");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.json().get("payload_is_right").booleanValue()).isFalse();
        assertThat(ended.json().get("payload_text").textValue()).startsWith("xxx");
    }

    @Test
    void whatCannotBeDecodedIsShownByItsKey() {
        byte[] key = ledger.record(ledger.values().records().get(5)).key();
        ledger.writeSealed(ledger.values().records().subList(0, 5));
        ledger.write(List.of(new ProducerRecord<>(ledger.names().sealed(), 0, key, new byte[3])));

        Cli.Ended ended = run("show", "5");

        assertThat(ended.json().get("undecodable").textValue()).isNotEmpty();
        assertThat(ended.json().get("key").textValue()).isEqualTo("0000000000000005");
    }

    @Test
    void aSequenceThatIsNotThereIsAnErrorThatNamesIt() {
        ledger.writeSealed(ledger.values().records());

        Cli.Ended ended = run("show", "10");

        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(ended.err()).contains("sequence 10", ledger.names().sealed());
    }

    @Test
    void theHeadIsTheLastCommittedRecord() {
        ledger.writeSealed(ledger.values().records().subList(0, 6));
        for (int i = 0; i < 40; i++) {
            ledger.writeAborted(List.of(ledger.record(ledger.values().last())));
        }

        Cli.Ended ended = run("head", "--format", "json");

        SealedEvent last = ledger.values().records().get(5);
        assertThat(ended.out())
                .isEqualTo(String.format(
                        "{\"sequence\":5,\"hash\":\"%s\",\"sealed_at\":%d,\"size\":6}%n",
                        last.eventHash().hex(), last.sealedAtMs()));
    }

    @Test
    void theHeadIsShownForPeople() {
        ledger.writeSealed(ledger.values().records().subList(0, 1));

        Cli.Ended ended = run("head");

        assertThat(ended.out())
                .isEqualTo("""
                sequence   0
                hash       %s
                sealed at  2025-10-09T08:53:20Z
                size       1
                """.formatted(ledger.values().records().getFirst().eventHash()));
    }

    @Test
    void anOpenTransactionDoesNotHoldTheHeadBack() {
        List<SealedEvent> records = ledger.values().records();
        ledger.writeSealed(records.subList(0, 6));
        try (var open = ledger.beginTransaction()) {
            KafkaLedger.send(open, List.of(ledger.record(records.get(6))));

            Cli.Ended ended = run("head", "--format", "json");

            assertThat(ended.out()).startsWith("{\"sequence\":5,");
            open.abortTransaction();
        }
    }

    @Test
    void anEmptyTopicHasNoHead() {
        Cli.Ended ended = run("head");

        assertThat(ended.exitCode()).isEqualTo(5);
        assertThat(ended.err()).contains(ledger.names().sealed() + " has no record");
    }

    @Test
    void aMissingTopicIsNamed() {
        for (List<String> command : List.of(List.of("head"), List.of("show", "1"), List.of("export", "--out", "-"))) {
            List<String> arguments = new ArrayList<>(command);
            arguments.addAll(List.of("--ledger", "nowhere", "--bootstrap-server", ledger.bootstrapServers()));

            Cli.Ended ended = Cli.run(arguments.toArray(String[]::new));

            assertThat(ended.exitCode()).isEqualTo(5);
            assertThat(ended.err().lines()).singleElement().asString().contains("nowhere.sealed");
        }
    }

    private Cli.Ended run(String... command) {
        List<String> arguments = new ArrayList<>(List.of(command));
        arguments.addAll(ledger.where());
        return Cli.run(arguments.toArray(String[]::new));
    }
}
