package io.sealstream.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.client.LedgerClient;
import io.sealstream.client.SubmissionOutcome;
import io.sealstream.core.event.Certifier;
import io.sealstream.kafka.local.BrokerSettings;
import io.sealstream.kafka.local.LocalCluster;
import io.sealstream.soak.check.Checker;
import io.sealstream.soak.check.Evidence;
import io.sealstream.soak.check.HistoryWriter;
import io.sealstream.soak.check.Violation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sealers and brokers are killed and paused under load; what submitters were told is what the ledger has. A few faults in
 * each build, many with -Psoak; -Dsoak.seed= repeats the faults and submissions of a run, if not how threads took turns.
 */
class SoakIT {
    private static final BrokerSettings SETTINGS =
            BrokerSettings.defaults().with("group.min.session.timeout.ms", "500");

    private final SoakPlan plan = SoakPlan.ofProperties();
    private final Tally tally = new Tally();

    /** Stays where a run fails, for whoever has to look at what the brokers have. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path scratch;

    @Test
    @Timeout(value = 6, unit = TimeUnit.HOURS)
    void whatSubmittersWereToldHoldsWhateverIsKilled() throws Exception {
        Path directory = Files.createDirectories(plan.directory());
        Path history = directory.resolve("history.jsonl");
        System.out.println("soak, -Dsoak.seed=" + plan.seed() + ", history in " + history);

        try (LocalCluster cluster = LocalCluster.start(scratch.resolve("brokers"), plan.brokers(), SETTINGS)) {
            SoakLedger ledger = new SoakLedger(cluster.bootstrapServers(), scratch.resolve("ledger"));
            try (Sealers sealers = new Sealers(ledger, directory);
                    ProgressLines progress = new ProgressLines(plan, tally)) {
                Faults faults = run(cluster, ledger, sealers, history);
                Remains remains = new Remains(ledger, history, scratch.resolve("export.jsonl"));
                Evidence evidence = remains.gather(faults.recoveries(), Faults.BOUND);
                List<Violation> violations = Checker.check(evidence);
                System.out.println(new Summary(plan, progress.elapsed(), tally, evidence, violations));

                assertThat(violations).as("violations, see %s", history).isEmpty();
                assertThat(sealers.degraded())
                        .as("logs of sealers that were DEGRADED")
                        .isEmpty();
                Work.requireEnough(plan, tally);
            }
        }
    }

    private Faults run(LocalCluster cluster, SoakLedger ledger, Sealers sealers, Path history) throws Exception {
        ledger.init();
        SealerProcess first = sealers.start("a");
        ledger.addKey();
        try (HistoryWriter writer = new HistoryWriter(history)) {
            Recorder recorder = new Recorder(writer, tally);
            Faults faults = inflictAll(cluster, ledger, sealers, first, recorder);
            if (faults.isStuck()) {
                faults.sealer().kill();
            } else {
                submitLast(ledger, recorder);
                assertThat(faults.sealer().stop())
                        .as("exit code of the last sealer")
                        .isZero();
            }
            return faults;
        }
    }

    private Faults inflictAll(
            LocalCluster cluster, SoakLedger ledger, Sealers sealers, SealerProcess first, Recorder recorder)
            throws Exception {
        try (Load load = new Load(ledger, recorder, tally, plan.seed())) {
            load.start();
            Faults faults = new Faults(cluster, ledger, sealers, first, load, tally, new Random(plan.seed()));
            for (SoakPlan.Fault fault : plan.faults()) {
                if (!faults.isStuck()) {
                    faults.inflict(fault);
                }
            }
            return faults;
        }
    }

    /** Once it has its outcome, everything before it has. */
    private static void submitLast(SoakLedger ledger, Recorder recorder) throws Exception {
        try (LedgerClient client = ledger.client()) {
            Certifier certifier = new Certifier(client.ledgerId(), ledger.submittersKey());
            Drafts drafts = new Drafts("last", certifier, new Random(0));
            SubmissionOutcome outcome =
                    recorder.submit(client, "last", drafts.plain()).get();
            assertThat(outcome).isInstanceOf(SubmissionOutcome.Sealed.class);
        }
    }
}
