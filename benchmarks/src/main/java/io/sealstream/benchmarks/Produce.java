package io.sealstream.benchmarks;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A floor: records produced as fast as one producer can. */
final class Produce implements Measurement {
    private static final Figure PRODUCE = Figure.rate("produce", null);

    @Override
    public List<Figure> figures() {
        return List.of(PRODUCE);
    }

    @Override
    public Map<Figure, Double> run(Bench bench) throws Exception {
        WarmUp.ofBrokers(bench);
        String topic = bench.topics().create(bench.newName("produce"));
        List<ProducerRecord<byte[], byte[]>> some = Load.some(topic);
        int records = bench.scale().records();
        try (Load load = Load.to(bench)) {
            load.repeat(some, records / 4);
            long begunNanos = System.nanoTime();
            load.repeat(some, records);
            return Map.of(PRODUCE, records * 1e9 / (System.nanoTime() - begunNanos));
        } finally {
            bench.delete(topic);
        }
    }
}
