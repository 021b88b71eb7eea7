package io.sealstream.reader;

import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * One thing that somebody may do.
 *
 * @param name of the resource; one that ends in * stands for all that begin with what is in front of it
 */
public record Grant(AclOperation operation, ResourceType type, String name) {
    /** The resource's name, or what the names begin with. */
    public String bareName() {
        return isPrefix() ? name.substring(0, name.length() - 1) : name;
    }

    private boolean isPrefix() {
        return name.endsWith("*");
    }

    /** @param principal as Kafka names it, {@code User:name} */
    public AclBinding to(String principal) {
        PatternType pattern = isPrefix() ? PatternType.PREFIXED : PatternType.LITERAL;
        return new AclBinding(
                new ResourcePattern(type, bareName(), pattern),
                new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW));
    }

    @Override
    public String toString() {
        return operation + " on " + type + " " + name;
    }
}
