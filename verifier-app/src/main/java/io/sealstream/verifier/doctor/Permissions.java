package io.sealstream.verifier.doctor;

import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.verifier.doctor.Role.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What the brokers say that this client's principal may do with a ledger.
 *
 * @param operations without what is not there or what the brokers do not tell
 */
record Permissions(Map<Resource, Set<AclOperation>> operations) {
    static Permissions of(Cluster cluster, LedgerTopicNames names) {
        Map<Resource, Set<AclOperation>> operations = new HashMap<>();
        try (Admin admin = cluster.connection().admin(cluster.timeout())) {
            for (String topic : List.of(names.intake(), names.sealed(), names.rejected(), names.headChangelog())) {
                ofTopic(cluster, admin, topic)
                        .ifPresent(found -> operations.put(new Resource(ResourceType.TOPIC, topic), found));
            }
            String group = names.sealerGroup();
            ofGroup(cluster, admin, group)
                    .ifPresent(found -> operations.put(new Resource(ResourceType.GROUP, group), found));
        }
        return new Permissions(operations);
    }

    /** What is lacking of {@code needed}; nothing where nobody can tell. */
    Set<AclOperation> lacking(Resource resource, Set<AclOperation> needed) {
        Set<AclOperation> allowed = operations.get(resource);
        Set<AclOperation> lacking = new TreeSet<>(allowed == null ? Set.of() : needed);
        if (allowed != null) {
            lacking.removeAll(allowed);
        }
        return lacking;
    }

    /** Whether the brokers told anything of it: not where it does not exist. */
    boolean knows(Resource resource) {
        return operations.containsKey(resource);
    }

    boolean allows(Resource resource, AclOperation operation) {
        return operations.getOrDefault(resource, Set.of()).contains(operation);
    }

    private static Optional<Set<AclOperation>> ofTopic(Cluster cluster, Admin admin, String topic) {
        var options = new DescribeTopicsOptions().includeAuthorizedOperations(true);
        try {
            var answers = admin.describeTopics(List.of(topic), options).topicNameValues();
            return Optional.ofNullable(
                    cluster.answer(Objects.requireNonNull(answers.get(topic))).authorizedOperations());
        } catch (AuthorizationException e) {
            return Optional.of(Set.of());
        } catch (UnknownTopicOrPartitionException e) {
            return Optional.empty();
        }
    }

    private static Optional<Set<AclOperation>> ofGroup(Cluster cluster, Admin admin, String group) {
        var options = new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true);
        try {
            var answers = admin.describeConsumerGroups(List.of(group), options).describedGroups();
            return Optional.ofNullable(
                    cluster.answer(Objects.requireNonNull(answers.get(group))).authorizedOperations());
        } catch (AuthorizationException e) {
            return Optional.of(Set.of());
        } catch (GroupIdNotFoundException e) {
            return Optional.empty();
        }
    }
}
