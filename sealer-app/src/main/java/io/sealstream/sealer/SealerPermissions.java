package io.sealstream.sealer;

import io.sealstream.command.CommandFailure;
import io.sealstream.reader.KafkaConnection;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.LedgerUnreadableException.Reason;
import io.sealstream.reader.TopicInspector;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;

/**
 * What the sealer needs to be permitted, asked before anything runs: most of it would show with the first record only,
 * and stop a sealer that seemed to be well.
 */
final class SealerPermissions {
    private final LedgerTopicNames names;
    private final String application;
    private final Duration timeout;
    private final KafkaConnection connection;

    SealerPermissions(SealerConfig config, KafkaConnection connection) {
        this.names = config.names();
        this.application = names.sealerGroup();
        this.timeout = config.connection().timeout();
        this.connection = connection;
    }

    /** @throws LedgerUnreadableException naming a topic and what is not permitted on it */
    void require(TopicInspector inspector) throws LedgerUnreadableException {
        inspector.requirePermitted(names.intake(), AclOperation.READ);
        inspector.requirePermitted(names.sealed(), AclOperation.READ, AclOperation.WRITE);
        inspector.requirePermitted(names.rejected(), AclOperation.READ, AclOperation.WRITE);
        try (Admin admin = connection.admin(timeout)) {
            requireChangelog(inspector, admin);
            requireGroup(admin);
            requireTransactions(admin);
        }
    }

    /** What is not permitted, in one line, as far as anybody tells. */
    Optional<String> lacking() {
        try (TopicInspector inspector = new TopicInspector(connection, timeout)) {
            require(inspector);
            return Optional.empty();
        } catch (CommandFailure e) {
            return Optional.of(e.line());
        } catch (LedgerUnreadableException e) {
            return e.reason() == Reason.NOT_PERMITTED ? Optional.of(String.valueOf(e.getMessage())) : Optional.empty();
        } catch (KafkaException e) {
            return Optional.empty();
        }
    }

    /** Streams makes it at the first start. What may be done with a topic that is not there, nobody tells. */
    private void requireChangelog(TopicInspector inspector, Admin admin) throws LedgerUnreadableException {
        String changelog = names.headChangelog();
        try {
            inspector.requirePermitted(changelog, AclOperation.READ, AclOperation.WRITE);
        } catch (LedgerUnreadableException e) {
            if (e.reason() != Reason.MISSING) {
                throw e;
            }
            requireCreation(changelog, admin);
        }
    }

    private void requireCreation(String changelog, Admin admin) {
        NewTopic topic = new NewTopic(changelog, Optional.of(1), Optional.empty());
        try {
            KafkaAnswer.of(admin.createTopics(Set.of(topic), new CreateTopicsOptions().validateOnly(true))
                    .all());
        } catch (AuthorizationException e) {
            throw Forbidden.of("CREATE", "topic " + changelog, connection.address(), e);
        } catch (RetriableException e) {
            throw e;
        } catch (ApiException e) {
            return; // it is there by now, or Streams makes it otherwise than it was asked for here
        }
    }

    private void requireGroup(Admin admin) {
        var options = new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true);
        try {
            Set<AclOperation> permitted = KafkaAnswer.of(admin.describeConsumerGroups(List.of(application), options)
                            .all())
                    .values()
                    .iterator()
                    .next()
                    .authorizedOperations();
            if (permitted != null && !permitted.contains(AclOperation.READ)) {
                throw new GroupAuthorizationException("it may be seen, but not joined");
            }
        } catch (GroupIdNotFoundException e) {
            return; // its offsets have expired; the sealer writes them anew
        } catch (AuthorizationException e) {
            throw Forbidden.of("READ", "group " + application, connection.address(), e);
        }
    }

    /** Only whether its transactional ids may be seen, which who may write them can: of more than that nobody tells. */
    private void requireTransactions(Admin admin) {
        String one = application + "-1";
        try {
            KafkaAnswer.of(admin.describeTransactions(List.of(one)).description(one));
        } catch (TransactionalIdNotFoundException e) {
            return; // it may be looked for
        } catch (AuthorizationException e) {
            throw Forbidden.of(
                    "WRITE", "transactional ids that begin with " + application + "-", connection.address(), e);
        }
    }
}
