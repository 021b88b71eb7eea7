package io.sealstream.benchmarks;

import io.sealstream.reader.KafkaConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

/** Reads a topic up to the end that it has, with the very consumer that {@code verify} has, and looks at nothing. */
final class ConsumeMain {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);

    private ConsumeMain() {}

    /**
     * Prints how many records a second came. As with {@code verify}, connecting is in it.
     *
     * @param args a topic, and a file of client properties
     */
    public static void main(String[] args) throws IOException {
        long begunNanos = System.nanoTime();
        KafkaConnection connection = new KafkaConnection(Utils.propsToMap(Utils.loadProps(args[1])));
        try (KafkaConsumer<byte[], byte[]> consumer = connection.consumer(PATIENCE)) {
            long records = read(consumer, args[0]);
            System.out.println(records * 1e9 / (System.nanoTime() - begunNanos));
        }
    }

    /** @return how many committed records there were */
    static long read(KafkaConsumer<byte[], byte[]> consumer, String topic) {
        TopicPartition partition = new TopicPartition(topic, 0);
        consumer.assign(Set.of(partition));
        consumer.seekToBeginning(Set.of(partition));
        long end = consumer.endOffsets(Set.of(partition)).getOrDefault(partition, 0L);
        long records = 0;
        while (consumer.position(partition) < end) {
            records += consumer.poll(POLL).count();
        }
        return records;
    }
}
