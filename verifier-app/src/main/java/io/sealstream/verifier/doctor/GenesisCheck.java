package io.sealstream.verifier.doctor;

import io.sealstream.core.control.Genesis;
import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.reader.GenesisReader;
import io.sealstream.reader.LedgerTopicNames;
import io.sealstream.reader.LedgerUnreadableException;
import io.sealstream.reader.TopicInspector;
import java.util.List;
import java.util.Set;

/**
 * Whether the sealed topic begins with this ledger's genesis, and which ledger that is.
 *
 * @param missing topics that are not there
 */
record GenesisCheck(Cluster cluster, LedgerTopicNames names, Set<String> missing) implements Check {
    @Override
    public String name() {
        return "genesis";
    }

    @Override
    public List<Diagnosis> look() throws LedgerUnreadableException {
        String sealed = names.sealed();
        return List.of(
                switch (GenesisReader.read(cluster.connection(), names, cluster.timeout())) {
                    case GenesisReader.Found(SealedEvent record, Genesis genesis) -> found(record, genesis);
                    case GenesisReader.Empty empty -> empty();
                    case GenesisReader.Foreign(String reason) ->
                        Diagnosis.fail(
                                name(),
                                sealed + " is not the ledger " + names.ledger() + ": " + reason,
                                "check --ledger and --bootstrap-server");
                    case GenesisReader.Damaged(String reason) ->
                        Diagnosis.fail(
                                name(),
                                sealed + " does not begin as it should: " + reason,
                                cluster.sealstream("verify", names.ledger()) + "  # tells more");
                });
    }

    /** Where there was a ledger, making another one of its name would hide that it is lost. */
    private Diagnosis empty() {
        String nothing = names.sealed() + " has no record: ";
        return wasUsed()
                ? Diagnosis.fail(
                        name(),
                        nothing + "the intake, the rejected topic or the sealer's group show that there was a ledger",
                        "restore it (docs/operations.md, Backup); init does not mend a ledger")
                : Diagnosis.fail(
                        name(),
                        nothing + "the ledger was never made",
                        cluster.sealstream("init", names.ledger()) + "--root-key root.pub");
    }

    /** Also where nobody may tell: then it is not certain that there was none. */
    private boolean wasUsed() {
        try (TopicInspector inspector = new TopicInspector(cluster.connection(), cluster.timeout())) {
            return isUsed(inspector, names.intake())
                    || isUsed(inspector, names.rejected())
                    || inspector.committed(names.sealerGroup(), names.intake()).isPresent();
        } catch (LedgerUnreadableException e) {
            return true;
        }
    }

    private boolean isUsed(TopicInspector inspector, String topic) throws LedgerUnreadableException {
        return !missing.contains(topic) && inspector.range(topic).end() > 0;
    }

    private Diagnosis found(SealedEvent record, Genesis genesis) throws LedgerUnreadableException {
        String detail = "ledger id " + record.eventHash() + ", certification "
                + genesis.certification().jsonName() + ", hash "
                + genesis.hash().jsonName();
        return actual().equals(genesis.topics())
                ? Diagnosis.ok(name(), detail)
                : Diagnosis.warn(
                        name(),
                        detail + "; it names other topics than these: right where the ledger was restored, and a"
                                + " sealstream.topic.replaced says so",
                        cluster.sealstream("verify", names.ledger()) + "  # says whether it is right");
    }

    private LedgerTopics actual() throws LedgerUnreadableException {
        try (TopicInspector inspector = new TopicInspector(cluster.connection(), cluster.timeout())) {
            return new LedgerTopics(
                    inspector.clusterId(), inspector.topicId(names.intake()), inspector.topicId(names.sealed()));
        }
    }
}
