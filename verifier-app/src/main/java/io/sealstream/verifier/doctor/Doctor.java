package io.sealstream.verifier.doctor;

import io.sealstream.reader.LedgerTopicNames;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that can be looked at from here.
 *
 * @param names null to look at the cluster alone
 * @param roles that the principal must be able to fill; empty to see which it can
 * @param keyFiles private or public
 */
public record Doctor(
        Cluster cluster, @Nullable LedgerTopicNames names, List<Role> roles, List<Path> keyFiles, Clock clock) {
    /** Longer than any healthy transaction of a sealer takes, and shorter than anyone waits. */
    private static final Duration STANDSTILL = Duration.ofSeconds(3);

    public void examine(Examination examination) {
        ListenerCheck listeners = new ListenerCheck(cluster);
        examination.add(listeners);
        boolean isReachable = listeners.isReachable();
        examination.add(new ClusterCheck(cluster), isReachable);
        examination.add(new ClockCheck(cluster, names, clock), isReachable);
        KeyFileCheck keyFileCheck = new KeyFileCheck(keyFiles);
        examination.add(keyFileCheck);
        if (names == null) {
            examination.skip("ledger", "none was named: --ledger NAME looks at its topics, permissions, keys and lag");
        } else {
            ofLedger(names, keyFileCheck.readable()).forEach(check -> examination.add(check, isReachable));
        }
    }

    private List<Check> ofLedger(LedgerTopicNames ledger, List<KeyFile> files) {
        Waiting waiting = new Waiting(STANDSTILL.compareTo(cluster.timeout()) < 0 ? STANDSTILL : cluster.timeout());
        return List.of(
                new TopicCheck(cluster, ledger),
                new ReplicationCheck(cluster, ledger),
                new PermissionCheck(cluster, ledger, roles),
                new GenesisCheck(cluster, ledger),
                new TransactionCheck(cluster, ledger, waiting),
                new KeyCheck(cluster, ledger, files),
                new LagCheck(cluster, ledger, waiting));
    }
}
