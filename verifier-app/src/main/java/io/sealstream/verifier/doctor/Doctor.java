package io.sealstream.verifier.doctor;

import io.sealstream.reader.LedgerTopicNames;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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
        } else if (isReachable) {
            TopicCheck topics = new TopicCheck(cluster, names);
            examination.add(topics);
            ofLedger(names, topics.missing(), keyFileCheck.readable()).forEach(examination::add);
        } else {
            examination.skip("ledger", Examination.SEE_ABOVE);
        }
    }

    private Stream<Check> ofLedger(LedgerTopicNames ledger, Set<String> missing, List<KeyFile> files) {
        Waiting waiting = new Waiting(STANDSTILL.compareTo(cluster.timeout()) < 0 ? STANDSTILL : cluster.timeout());
        List<String> topics = List.of(ledger.intake(), ledger.sealed(), ledger.rejected());
        return Stream.of(
                        topics.stream().map(topic -> check(topic, missing, new ReplicationCheck(cluster, topic))),
                        Stream.of(
                                new WhereVisible(new ReplicationCheck(cluster, ledger.headChangelog())),
                                new PermissionCheck(cluster, ledger, roles, missing),
                                check(ledger.sealed(), missing, new GenesisCheck(cluster, ledger, missing))),
                        topics.stream()
                                .map(topic ->
                                        check(topic, missing, new TransactionCheck(cluster, topic, waiting, clock))),
                        Stream.of(
                                check(ledger.sealed(), missing, new KeyCheck(cluster, ledger, files)),
                                check(ledger.intake(), missing, new LagCheck(cluster, ledger, waiting))))
                .flatMap(checks -> checks);
    }

    private static Check check(String topic, Set<String> missing, Check check) {
        return new NeedsTopic(topic, missing, check);
    }
}
