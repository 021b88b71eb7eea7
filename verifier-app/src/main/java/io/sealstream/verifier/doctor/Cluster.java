package io.sealstream.verifier.doctor;

import io.sealstream.reader.KafkaConnection;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * The cluster that is looked at.
 *
 * @param timeout of each question
 * @param toolOption {@code --command-config FILE} with a blank before it, or empty: whoever needs it here needs it for
 *     Kafka's tools too
 */
public record Cluster(KafkaConnection connection, Duration timeout, String toolOption) {
    /** A question to the cluster's administration. */
    interface Question<T> {
        KafkaFuture<T> to(Admin admin);
    }

    /** @throws KafkaException as the cluster answered, or where it did not in time */
    <T> T ask(Question<T> question) {
        try (Admin admin = connection.admin(timeout)) {
            return answer(question.to(admin));
        }
    }

    <T> T answer(KafkaFuture<T> future) {
        try {
            // The client's own time-out comes first, and says more.
            return future.get(timeout.toMillis() + 1_000, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new KafkaException(e);
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TimeoutException(e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** The beginning of a command line of one of Kafka's own tools. */
    String tool(String name) {
        return name + " --bootstrap-server " + connection.address() + toolOption + ' ';
    }

    /** The beginning of one of Sealstream's. */
    String sealstream(String command, String ledger) {
        return "sealstream " + command + " --ledger " + ledger + " --bootstrap-server " + connection.address()
                + toolOption + ' ';
    }
}
