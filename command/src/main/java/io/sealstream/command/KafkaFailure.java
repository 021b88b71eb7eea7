package io.sealstream.command;

import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.NetworkException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** What Kafka's exceptions mean to whoever runs a command: which address or topic, and what to do. */
final class KafkaFailure {
    private KafkaFailure() {}

    static Optional<CommandFailure> of(Throwable e, String address) {
        if (!(e instanceof KafkaException kafka)) {
            return Optional.empty();
        }
        String where = address.isEmpty() ? "the Kafka brokers" : address;
        Throwable telling = telling(kafka);
        return Optional.of(
                telling instanceof ConfigException config
                        ? ofConfig(config, where)
                        : new CommandFailure(ExitCode.ERROR, message(telling, where), e));
    }

    /** A client that can't be made says only that; why is the cause. */
    private static Throwable telling(KafkaException e) {
        Throwable telling = e;
        while (telling.getClass() == KafkaException.class && telling.getCause() != null) {
            telling = telling.getCause();
        }
        return telling;
    }

    private static CommandFailure ofConfig(ConfigException e, String where) {
        String message = String.valueOf(e.getMessage());
        if (message.startsWith("No resolvable bootstrap urls")) {
            return new CommandFailure(
                    ExitCode.ERROR, where + ": no such host; check the address (--bootstrap-server)", e);
        }
        return new CommandFailure(ExitCode.USAGE, message, e);
    }

    private static String message(Throwable e, String where) {
        return switch (e) {
            case TimeoutException timeout ->
                where + ": no answer in time (" + timeout.getMessage()
                        + "); check the address (--bootstrap-server) and that a broker runs there";
            case DisconnectException gone -> where + ": the connection broke; check that a broker runs there";
            case NetworkException gone -> where + ": the connection broke; check that a broker runs there";
            case UnknownTopicOrPartitionException missing ->
                where + ": a topic is missing (" + missing.getMessage()
                        + "); check the ledger's name, or make the ledger with: sealstream init";
            case InvalidTopicException invalid -> where + ": not a topic's name: " + invalid.getMessage();
            case AuthenticationException refused ->
                where + " refused the credentials (" + refused.getMessage()
                        + "); check the file given with --command-config";
            case AuthorizationException forbidden ->
                where + ": no permission for " + resource(forbidden)
                        + "; ask for an ACL, or use other credentials (--command-config)";
            default -> where + ": " + e.getClass().getSimpleName() + ": " + e.getMessage();
        };
    }

    private static String resource(AuthorizationException e) {
        return switch (e) {
            case TopicAuthorizationException topic
            when !topic.unauthorizedTopics().isEmpty() -> "topic " + String.join(", ", topic.unauthorizedTopics());
            case TopicAuthorizationException topic -> "a topic (" + topic.getMessage() + ")";
            case GroupAuthorizationException group when group.groupId() != null -> "group " + group.groupId();
            case GroupAuthorizationException group -> "a group (" + group.getMessage() + ")";
            case TransactionalIdAuthorizationException id -> "the transactional id (" + id.getMessage() + ")";
            default -> "what was asked (" + e.getMessage() + ")";
        };
    }
}
