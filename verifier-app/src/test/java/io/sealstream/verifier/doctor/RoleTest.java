package io.sealstream.verifier.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.reader.DocumentedGrants;
import io.sealstream.reader.Grant;
import io.sealstream.reader.LedgerTopicNames;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the doctor asks for is what the table in docs/operations.md says. */
class RoleTest {
    private static final LedgerTopicNames NAMES = new LedgerTopicNames("payments");

    @ParameterizedTest
    @CsvSource({"PRODUCER, submit", "SEALER, sealer", "VERIFIER, verify"})
    void aRoleNeedsWhatTheTableSays(Role role, String command) {
        DocumentedGrants documented = DocumentedGrants.of(command, NAMES.ledger());

        assertThat(grants(role, Role.Need::must)).containsExactlyInAnyOrderElementsOf(visible(documented.must()));
        assertThat(grants(role, Role.Need::should)).containsExactlyInAnyOrderElementsOf(visible(documented.should()));
    }

    private static List<Grant> grants(Role role, Function<Role.Need, Set<AclOperation>> part) {
        return role.needs(NAMES).stream()
                .flatMap(need -> part.apply(need).stream()
                        .map(operation -> new Grant(
                                operation,
                                need.resource().type(),
                                need.resource().name())))
                .toList();
    }

    /** Without what no client can ask for. */
    private static List<Grant> visible(List<Grant> grants) {
        return grants.stream()
                .filter(grant ->
                        grant.type() != ResourceType.TRANSACTIONAL_ID && grant.operation() != AclOperation.CREATE)
                .toList();
    }
}
