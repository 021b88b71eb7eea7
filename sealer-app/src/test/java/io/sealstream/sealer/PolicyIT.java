package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.command.ConfigLayers;
import io.sealstream.core.control.ControlPayload;
import io.sealstream.core.control.PolicyNoted;
import io.sealstream.core.control.RuleRemark;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.seal.RejectReason;
import io.sealstream.core.seal.RejectedEvent;
import io.sealstream.core.verify.VerificationResult;
import io.sealstream.reader.LedgerKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A sealer with a policy from a properties file: rules that come with it, one on the class path, one in a jar. */
@ExtendWith(TrialLedgers.class)
class PolicyIT {
    private static final String POLICY = """
        policy.rules=event-type.allow,payload.max,obedient,refund.approval
        policy.required=event-type.allow
        policy.event-type.allow.types=trial.*,payment.*
        policy.payload.max.bytes=100
        policy.payload.max.outcome=Warn
        policy.obedient.key=say
        policy.refund.approval.limit-cents=10000
        """;

    private final TrialLedger ledger;

    @TempDir
    Path directory;

    private Path rules = Path.of("");

    PolicyIT(TrialLedger ledger) {
        this.ledger = ledger;
    }

    @BeforeEach
    void makeTheRule() throws IOException, InterruptedException {
        rules = DocumentedRule.rulesAsTyped(directory);
    }

    @Test
    void sealsNotesQuarantinesAndRejectsAsItsRulesSay() throws Exception {
        Submitter submitter = ledger.submitter(ledger.init().eventHash());
        Outcomes outcomes = ledger.outcomes();
        RunningSealer sealer = ledger.start(config(POLICY)).awaitHealthy();
        submitter.addProducer();

        submitter.submit("allowed");
        submitter.submit(Draft.of("warned").withPayload(101));
        CertifiedEvent refund = submitter.certified(
                Draft.of("refund").ofType("payment.refunded").withMetadata(Map.of("cents", "20000")),
                TrialLedger.PRODUCER);
        long quarantined = submitter.submit(refund);
        long rejected = submitter.submit(Draft.of("rejected").ofType("other"));
        submitter.submit(Draft.of("emergency")
                .ofType("payment.refunded")
                .withMetadata(Map.of("cents", "20000", "emergency-ticket", "T-7")));
        long failed = submitter.submit(Draft.of("failed").withMetadata(Map.of("say", "nonsense")));

        RejectedEvent held = outcomes.awaitRejected(quarantined);
        assertThat(held.reason()).isEqualTo(RejectReason.QUARANTINED);
        assertThat(held.contributing())
                .containsExactly(new RuleRemark(
                        "refund.approval", "Quarantine", "20000 cents are over 10000, and nobody approved them"));
        assertThat(held.discarded())
                .extracting(RuleRemark::rule)
                .containsExactly("event-type.allow", "payload.max", "obedient");
        RejectedEvent refused = outcomes.awaitRejected(rejected);
        assertThat(refused.reason()).isEqualTo(RejectReason.POLICY_REJECTED);
        assertThat(refused.detail()).startsWith("event-type.allow: the event_type \"other\"");
        assertThat(outcomes.awaitRejected(failed).reason()).isEqualTo(RejectReason.QUARANTINED);
        SealedEvent warned = outcomes.awaitSealed("warned");
        assertThat(noteBehind(warned, outcomes).outcome()).isEqualTo(PolicyNoted.Outcome.WARN);
        SealedEvent emergency = outcomes.awaitSealed("emergency");
        assertThat(noteBehind(emergency, outcomes))
                .isEqualTo(new PolicyNoted(
                        emergency.sequence(),
                        PolicyNoted.Outcome.BREAK_GLASS,
                        List.of(new PolicyNoted.Note("refund.approval", "20000 cents were refunded under T-7"))));
        sealer.close();
        releaseUnderAnotherPolicy(submitter, refund, outcomes);
    }

    /** An operator's way out of quarantine: another policy, or none, and the same event again. */
    private void releaseUnderAnotherPolicy(Submitter submitter, CertifiedEvent held, Outcomes outcomes)
            throws Exception {
        ledger.start(config(POLICY.replace("cents=10000", "cents=20000"))).awaitHealthy();

        submitter.submit(held);

        SealedEvent released = outcomes.awaitSealed("refund");
        assertThat(released.certified()).isEqualTo(held);
        VerificationResult whole = Audit.requireWhole(ledger);
        // Genesis, key, allowed, warned and its note, emergency and its note, refund.
        assertThat(whole.size()).isEqualTo(8);
    }

    private static PolicyNoted noteBehind(SealedEvent event, Outcomes outcomes) {
        SealedEvent note = outcomes.awaitSealed("sealstream.policy.noted." + event.sequence());
        assertThat(note.sequence()).isEqualTo(event.sequence().next());
        assertThat(ControlPayload.read(note.event())).isInstanceOf(ControlPayload.Valid.class);
        return (PolicyNoted) ((ControlPayload.Valid) ControlPayload.read(note.event())).control();
    }

    private SealerConfig config(String policy) throws IOException {
        Path file = Files.writeString(
                directory.resolve("sealer.properties"),
                policy + "policy.path=" + rules + "\nhealth.listener=127.0.0.1:0\n");
        SealerConfig trial = ledger.config();
        return SealerConfig.of(new ConfigLayers(SealerConfig.define())
                .file(file)
                .flag(LedgerKey.LEDGER, "--ledger", trial.names().ledger())
                .flag(
                        "bootstrap.servers",
                        "--bootstrap-server",
                        trial.connection().bootstrapServers())
                .flag(SealerConfig.STATE_DIR, "--state-dir", trial.stateDirectory())
                .flag(
                        SealerConfig.SESSION_TIMEOUT_MS,
                        "--",
                        trial.sessionTimeout().toMillis())
                .flag(
                        SealerConfig.TRANSACTION_TIMEOUT_MS,
                        "--",
                        trial.transactionTimeout().toMillis())
                .load());
    }
}
