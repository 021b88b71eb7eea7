package io.sealstream.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.sealstream.kafka.local.LocalBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerLossTest {
    private static final LedgerTopicNames NAMES = new LedgerTopicNames("ledger");
    /** More in all than a consumer has fetched when it gives the first one. */
    private static final int RECORDS = 40;

    @Test
    void isIncompleteWhereTheBrokerStopsHalfWay(@TempDir Path directory) throws Exception {
        LocalBroker broker = LocalBroker.start(directory);
        TestTopics topics = new TestTopics(broker.bootstrapServers());
        topics.create(NAMES.sealed(), Map.of());
        for (int i = 0; i < RECORDS; i++) {
            topics.write(NAMES.sealed(), new byte[8], new byte[900_000]);
        }
        List<Long> offsets = new ArrayList<>();

        ReadResult result;
        Patience patience = Patience.ofStall(Duration.ofSeconds(2));
        try (LedgerReader reader = TopicLedgerReader.open(topics.connection(), NAMES, patience)) {
            result = reader.read(record -> {
                offsets.add(record.offset());
                broker.close();
            });
        }

        assertThat(offsets).isNotEmpty().hasSizeLessThan(RECORDS);
        assertThat(result)
                .asInstanceOf(type(ReadResult.Incomplete.class))
                .extracting(ReadResult.Incomplete::reason)
                .asString()
                .contains(
                        NAMES.sealed(),
                        broker.bootstrapServers(),
                        "offset " + offsets.size() + " of " + RECORDS,
                        "stopped answering")
                .hasLineCount(1);
    }
}
