package io.sealstream.sealer;

import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerTopicNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
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
        List<String> failures = new ArrayList<>();
        Set<String> ended = ended(own, failures);
        ended.forEach(id -> LOG.info("ended the transaction that {} left open", id));
        tell(failures);
        return ended;
    }

    private Set<String> ended(String own, List<String> failures) {
        try (TransactionQuestions questions = new TransactionQuestions(connection.admin(QUESTION), failures)) {
            Set<Long> producers = questions.producersOfOpen(written);
            if (producers.isEmpty()) {
                return Set.of();
            }
            return questions.fence(questions.idsOf(producers).stream()
                    .filter(id -> !id.equals(own) && ofSealers.matcher(id).matches())
                    .collect(Collectors.toSet()));
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            failures.add(String.valueOf(e.getMessage()));
            return Set.of();
        }
    }

    /** Once, until all goes well again: a sealer that tries again and again would say it each time. */
    private void tell(List<String> failures) {
        if (!failures.isEmpty() && !hasFailed) {
            LOG.warn(
                    "what another sealer left open may stay so until its transaction.timeout.ms, since not all of it could"
                            + " be looked for or ended: {}",
                    String.join("; ", failures));
        }
        hasFailed = !failures.isEmpty();
    }
}
