package io.sealstream.topology;

import io.sealstream.core.control.LedgerTopics;
import io.sealstream.core.event.CertificateVerifier;
import io.sealstream.core.policy.AdmissionPolicy;
import io.sealstream.core.seal.LedgerHead;
import io.sealstream.core.seal.SealingLimits;
import io.sealstream.follower.LedgerView;
import io.sealstream.reader.LedgerTopicNames;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What the topology is built from.
 *
 * @param topics the topics as the cluster tells their ids
 * @param ledger what is committed, as the follower sees it
 * @param policy one object for as long as the process lives, since its rules may remember what they saw
 * @param clock the sealer's
 * @param followerPatience how long a starting task waits for the follower; under {@code max.poll.interval.ms}
 * @param look what a starting task asks the cluster
 * @param observer told what is done
 * @param adopted the head to go on from instead of the stored one, where the operator asked for it; else null
 */
public record SealingSetup(
        LedgerTopicNames names,
        LedgerTopics topics,
        LedgerView ledger,
        CertificateVerifier certificates,
        SealingLimits limits,
        AdmissionPolicy policy,
        InstantSource clock,
        Duration followerPatience,
        StartLook look,
        SealingObserver observer,
        @Nullable LedgerHead adopted) {}
