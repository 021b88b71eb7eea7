package io.sealstream.sealer;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * What the brokers are asked about transactions. Where one does not answer, that is noted, and what the others know counts.
 *
 * @param failures gets what was not answered, for people
 */
record TransactionQuestions(Admin admin, List<String> failures) implements AutoCloseable {
    /** The ids of the producers that have a transaction open in one of {@code partitions}. */
    Set<Long> producersOfOpen(Collection<TopicPartition> partitions) {
        var asked = admin.describeProducers(partitions);
        Set<Long> open = new HashSet<>();
        note(new Answers<>(partitions.stream().collect(Collectors.toMap(Function.identity(), asked::partitionResult)))
                .forEach((partition, state) -> {
                    state.activeProducers().stream()
                            .filter(producer ->
                                    producer.currentTransactionStartOffset().isPresent())
                            .forEach(producer -> open.add(producer.producerId()));
                    return true;
                }));
        return open;
    }

    /** By what ids {@code producers} have transactions. Each broker knows those that it coordinates. */
    Set<String> idsOf(Set<Long> producers) {
        var asked = admin.listTransactions(new ListTransactionsOptions().filterProducerIds(producers));
        Set<Long> unnamed = new HashSet<>(producers);
        Set<String> ids = new HashSet<>();
        var failed = new Answers<>(KafkaAnswer.of(asked.byBrokerId())).forEach((broker, transactions) -> {
            transactions.forEach(transaction -> {
                unnamed.remove(transaction.producerId());
                ids.add(transaction.transactionalId());
            });
            return !unnamed.isEmpty();
        });
        if (!unnamed.isEmpty()) {
            note(failed);
        }
        return ids;
    }

    /** Ends the transactions of {@code ids}; @return those for which that went well. */
    Set<String> fence(Set<String> ids) {
        var asked = admin.fenceProducers(ids);
        Set<String> fenced = new HashSet<>();
        note(new Answers<>(ids.stream().collect(Collectors.toMap(Function.identity(), asked::producerId)))
                .forEach((id, producer) -> fenced.add(id)));
        return fenced;
    }

    private void note(Map<?, KafkaException> failed) {
        failed.forEach((asked, e) -> failures.add(asked + ": " + e.getMessage()));
    }

    /** Waits for nobody who has not answered. */
    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
