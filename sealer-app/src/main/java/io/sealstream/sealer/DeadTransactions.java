package io.sealstream.sealer;

import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerTopicNames;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.ProducerState;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The transactions that sealers left open which lost the intake: they are fenced, so that the brokers abort them at once.
 * Until their time-out, readers of committed records and the follower would stand still before them.
 *
 * <p>Only transactional ids of this ledger's sealers are touched, in the form that Streams gives them. What can't be ended
 * is left to its time-out: the start of a task never fails for it.
 */
final class DeadTransactions {
    private static final Logger LOG = LoggerFactory.getLogger(DeadTransactions.class);
    /** Of each question. A broker that does not answer by then may be gone as well. */
    private static final Duration QUESTION = Duration.ofSeconds(5);

    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    private final KafkaConnection connection;
    private final List<TopicPartition> written;
    private final Pattern ofSealers;
    private boolean hasFailed;

    DeadTransactions(LedgerTopicNames names, KafkaConnection connection) {
        this.connection = connection;
        this.written = Stream.of(names.sealed(), names.rejected(), names.headChangelog())
                .map(topic -> new TopicPartition(topic, 0))
                .toList();
        this.ofSealers = Pattern.compile(Pattern.quote(names.sealerGroup()) + "-" + UUID + "-\\d+");
    }

    /**
     * Called by who owns the intake, before anything of its own is open.
     *
     * @param own the transactional id of the caller, whose producer ends what it left open itself
     * @return what was fenced
     */
    Set<String> fence(String own) {
        try (Admin admin = connection.admin(QUESTION)) {
            Set<Long> producers = open(admin);
            Set<String> dead = producers.isEmpty() ? Set.of() : sealers(admin, producers, own);
            for (String id : dead) {
                KafkaAnswer.of(admin.fenceProducers(Set.of(id)).all());
                LOG.info("ended the transaction that {} left open", id);
            }
            hasFailed = false;
            return dead;
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            tell(e);
            return Set.of();
        }
    }

    /** The ids of the producers that have a transaction open where sealers write. */
    private Set<Long> open(Admin admin) {
        var answers = admin.describeProducers(written);
        Set<Long> open = new HashSet<>();
        for (TopicPartition partition : written) {
            for (ProducerState producer :
                    KafkaAnswer.of(answers.partitionResult(partition)).activeProducers()) {
                if (producer.currentTransactionStartOffset().isPresent()) {
                    open.add(producer.producerId());
                }
            }
        }
        return open;
    }

    /** Each broker knows those that it coordinates; once all were named, the others need not answer. */
    private Set<String> sealers(Admin admin, Set<Long> producers, String own) {
        var listed = admin.listTransactions(new ListTransactionsOptions().filterProducerIds(producers));
        Set<Long> unnamed = new HashSet<>(producers);
        Set<String> sealers = new HashSet<>();
        for (KafkaFuture<Collection<TransactionListing>> broker :
                KafkaAnswer.of(listed.byBrokerId()).values()) {
            if (unnamed.isEmpty()) {
                break;
            }
            for (TransactionListing transaction : listed(broker)) {
                unnamed.remove(transaction.producerId());
                sealers.add(transaction.transactionalId());
            }
        }
        return sealers.stream()
                .filter(id -> !id.equals(own) && ofSealers.matcher(id).matches())
                .collect(Collectors.toSet());
    }

    /** What one broker knows; where it does not answer, the others may. */
    private Collection<TransactionListing> listed(KafkaFuture<Collection<TransactionListing>> broker) {
        try {
            return KafkaAnswer.of(broker);
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            tell(e);
            return List.of();
        }
    }

    private void tell(KafkaException e) {
        if (!hasFailed) {
            LOG.warn(
                    "whatever another sealer left open stays so until its transaction.timeout.ms: it could not be looked"
                            + " for or ended: {}",
                    e.getMessage());
        }
        hasFailed = true;
    }
}
