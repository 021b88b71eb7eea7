package io.sealstream.verifier.doctor;

import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.verifier.doctor.Role.Need;
import io.sealstream.verifier.doctor.Role.Resource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What this client's principal may do, against what its role needs. Kafka tells a client neither its principal's name nor
 * what it may do with transactional ids and with topics that are yet to be made.
 *
 * @param roles those it must be able to fill; empty to see which it can
 * @param missing topics that are not there, of which nothing can be told
 */
record PermissionCheck(Cluster cluster, LedgerTopicNames names, List<Role> roles, Set<String> missing)
        implements Check {
    @Override
    public String name() {
        return "permissions";
    }

    @Override
    public List<Diagnosis> look() {
        List<Diagnosis> found = new ArrayList<>();
        missing.stream().sorted().forEach(topic -> found.add(NeedsTopic.skipped(name(), topic)));
        Permissions permissions = Permissions.of(cluster, names);
        if (roles.isEmpty()) {
            if (missing.isEmpty()) {
                found.add(overview(permissions));
            }
            return found;
        }
        roles.forEach(role -> found.addAll(judged(role, permissions)));
        if (!roles.contains(Role.SEALER)) {
            found.addAll(tooMuch(permissions));
        }
        return found;
    }

    private Diagnosis overview(Permissions permissions) {
        String able = Arrays.stream(Role.values())
                .filter(role -> role.needs(names).stream()
                        .allMatch(need -> permissions
                                .lacking(need.resource(), need.must())
                                .isEmpty()))
                .map(Role::toString)
                .collect(Collectors.joining(", "));
        return able.isEmpty()
                ? Diagnosis.warn(
                        name(),
                        "this principal can be neither producer nor sealer nor verifier of " + names.ledger(),
                        cluster.sealstream("doctor", names.ledger()) + "--role verifier  # names what is missing")
                : Diagnosis.ok(name(), "this principal can be " + able);
    }

    private List<Diagnosis> judged(Role role, Permissions permissions) {
        List<Diagnosis> found = new ArrayList<>();
        for (Need need : role.needs(names)) {
            Set<AclOperation> must = permissions.lacking(need.resource(), need.must());
            Set<AclOperation> should = permissions.lacking(need.resource(), need.should());
            if (!must.isEmpty()) {
                String detail = role + ": no " + words(must) + " on " + need.resource();
                should.addAll(must);
                found.add(Diagnosis.fail(name(), detail, grant(need.resource(), should)));
            } else if (!should.isEmpty()) {
                String detail = role + ": no " + words(should) + " on " + need.resource()
                        + ", so that not everything can be checked";
                found.add(Diagnosis.warn(name(), detail, grant(need.resource(), should)));
            }
        }
        // Each role needs each of the three topics.
        return found.isEmpty() && missing.isEmpty()
                ? List.of(
                        Diagnosis.ok(name(), role + ": has all that can be seen from here" + unseen(role, permissions)))
                : found;
    }

    private List<Diagnosis> tooMuch(Permissions permissions) {
        Resource sealed = new Resource(ResourceType.TOPIC, names.sealed());
        return permissions.allows(sealed, AclOperation.WRITE)
                ? List.of(Diagnosis.warn(
                        name(),
                        "this principal may write " + names.sealed() + ", and only the sealer should",
                        "let the brokers have an authorizer, and give Write on " + names.sealed()
                                + " to the sealer's principal alone (docs/operations.md, Permissions)"))
                : List.of();
    }

    private String grant(Resource resource, Set<AclOperation> operations) {
        String words = operations.stream()
                .map(operation -> " --operation " + word(operation))
                .collect(Collectors.joining());
        return cluster.tool("kafka-acls.sh") + "--add --allow-principal " + principal() + words + " --"
                + resource.type().name().toLowerCase(Locale.ROOT) + ' ' + resource.name();
    }

    /** Without authentication it is known; else only to those who set the brokers up. */
    private String principal() {
        Object protocol = cluster.connection()
                .properties()
                .getOrDefault(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, "PLAINTEXT");
        return protocol.equals("PLAINTEXT") ? "User:ANONYMOUS" : "User:NAME";
    }

    private String unseen(Role role, Permissions permissions) {
        if (role != Role.SEALER) {
            return "";
        }
        Resource changelog = new Resource(ResourceType.TOPIC, names.headChangelog());
        return "; not to be seen: Write on transactional ids with the prefix " + names.sealerGroup() + "-"
                + (permissions.knows(changelog) ? "" : ", and Create, Read, Write on " + changelog);
    }

    private static String words(Set<AclOperation> operations) {
        return operations.stream().map(PermissionCheck::word).collect(Collectors.joining(", "));
    }

    /** As Kafka's tools write it. */
    private static String word(AclOperation operation) {
        return switch (operation) {
            case READ -> "Read";
            case WRITE -> "Write";
            case DESCRIBE_CONFIGS -> "DescribeConfigs";
            default -> operation.name();
        };
    }
}
