package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.sealstream.command.CommandCall;
import io.sealstream.command.CommandProcess;
import io.sealstream.command.CommandProcess.Ended;
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.reader.DocumentedGrants;
import io.sealstream.reader.Grant;
import io.sealstream.reader.GuardedBroker;
import io.sealstream.reader.TestTopics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code init} and {@code sealer} do with what docs/operations.md says that they must be granted, and without. */
@Timeout(60)
class PermissionIT {
    private static final String LEDGER = "guarded";
    private static final String FRESH = "fresh";
    private static final DocumentedGrants SEALER = DocumentedGrants.of("sealer", LEDGER);
    private static final DocumentedGrants INIT = DocumentedGrants.of("init", FRESH);

    @TempDir
    static Path directory;

    private static GuardedBroker broker;
    private static Path rootKey;
    private static TrialLedger operators;
    private static TrialLedger guests;
    private static Submitter submitter;

    @BeforeAll
    static void makeALedger() throws Exception {
        broker = GuardedBroker.start(directory);
        NamedPublicKey root = new NamedPublicKey(TrialLedger.ROOT.keyId(), TrialLedger.ROOT.publicKey());
        rootKey = Files.writeString(directory.resolve("root.pub"), root.toText() + "\n");
        operators = new TrialLedger(LEDGER, broker.bootstrapServers(), directory, GuardedBroker.operator());
        guests = new TrialLedger(LEDGER, broker.bootstrapServers(), directory, GuardedBroker.guest());
        submitter = operators.submitter(operators.init().eventHash()).addProducer();
        TestTopics.make(broker.admin(), new NewTopic(operators.names().headChangelog(), 1, (short) 1));
    }

    @AfterAll
    static void close() throws Exception {
        guests.close();
        operators.close();
        broker.close();
    }

    @Test
    void whoMayDoNothingIsToldSo() {
        broker.permitOnly(List.of());

        Ended init = new CommandProcess(SealerCommand.class).run(init(FRESH));
        Ended sealer = new CommandProcess(SealerCommand.class).run(sealer(LEDGER));

        assertRefused(init, FRESH + "-genesis");
        assertRefused(sealer, LEDGER + ".intake");
    }

    static List<Grant> initMustHave() {
        return INIT.must();
    }

    @ParameterizedTest
    @MethodSource("initMustHave")
    void initNamesWhatItLacks(Grant lacking) {
        broker.permitOnly(INIT.without(lacking));

        assertRefused(CommandCall.run(SealerCommand::run, init(FRESH)), lacking.bareName());
    }

    @Test
    void initNeedsNoMoreThanItMustHave() {
        DocumentedGrants grants = DocumentedGrants.of("init", "granted");
        broker.permitOnly(grants.must());

        Ended made = CommandCall.run(SealerCommand::run, init("granted"));
        Ended again = CommandCall.run(SealerCommand::run, init("granted", "--if-not-exists"));
        broker.permitOnly(grants.all());
        Ended found = CommandCall.run(SealerCommand::run, init("granted", "--if-not-exists"));

        assertThat(made.exitCode()).as(made.err()).isZero();
        assertRefused(again, "granted.sealed");
        assertThat(found.out()).isEqualTo(made.out());
    }

    /** The changelog is there, so it need not be made. */
    static Stream<Grant> sealerMustHave() {
        return SEALER.must().stream().filter(grant -> grant.operation() != AclOperation.CREATE);
    }

    @ParameterizedTest
    @MethodSource("sealerMustHave")
    void sealerNamesWhatItLacks(Grant lacking) {
        broker.permitOnly(SEALER.without(lacking));

        assertRefused(CommandCall.run(SealerCommand::run, sealer(LEDGER)), lacking.bareName());
    }

    @Test
    void sealerNamesTheChangelogThatItMayNotMake() throws Exception {
        String ledger = "unsealed";
        new TrialLedger(ledger, broker.bootstrapServers(), directory, GuardedBroker.operator()).init();
        DocumentedGrants grants = DocumentedGrants.of("sealer", ledger);
        broker.permitOnly(grants.all().stream()
                .filter(grant -> grant.operation() != AclOperation.CREATE)
                .toList());

        assertRefused(CommandCall.run(SealerCommand::run, sealer(ledger)), ledger + "-sealer-head-changelog");
    }

    @Test
    void sealerNeedsNoMoreThanItMustHave() throws Exception {
        String ledger = "modest";
        TrialLedger made = operators.closing(
                new TrialLedger(ledger, broker.bootstrapServers(), directory, GuardedBroker.operator()));
        TrialLedger guest =
                made.closing(new TrialLedger(ledger, broker.bootstrapServers(), directory, GuardedBroker.guest()));
        broker.permitOnly(DocumentedGrants.of("sealer", ledger).must());
        made.submitter(made.init().eventHash()).addProducer();

        guest.start(guest.config(ledger)).awaitHealthy();

        assertThat(made.outcomes().awaitSealedCount(2)).isNotNull();
    }

    /** What shows as soon as an event is to be sealed. */
    static Stream<Grant> neededToSeal() {
        return Stream.of(
                new Grant(AclOperation.READ, ResourceType.TOPIC, LEDGER + ".intake"),
                new Grant(AclOperation.WRITE, ResourceType.TOPIC, LEDGER + ".sealed"),
                new Grant(AclOperation.READ, ResourceType.GROUP, LEDGER + "-sealer"),
                new Grant(AclOperation.WRITE, ResourceType.TRANSACTIONAL_ID, LEDGER + "-sealer-*"));
    }

    @ParameterizedTest
    @MethodSource("neededToSeal")
    void sealerThatLosesAPermissionStopsSealingAndStaysToSaySo(Grant lost) throws Exception {
        broker.permitOnly(SEALER.all());
        try (RunningSealer sealer = guests.start().awaitHealthy()) {
            broker.permitOnly(SEALER.without(lost));
            submitter.submit("without " + lost);

            Health.Fault fault = sealer.awaitDegraded();

            assertThat(fault.reason()).isEqualTo("UNFORESEEN");
            assertThat(fault.detail()).contains("permission", lost.bareName());
        }
    }

    @Test
    void sealerThatMayNoLongerReadWhatItWritesIsNotReady() throws Exception {
        broker.permitOnly(SEALER.all());
        try (RunningSealer sealer = guests.start().awaitHealthy()) {
            broker.permitOnly(SEALER.must().stream()
                    .filter(grant -> !grant.name().endsWith(".sealed"))
                    .toList());

            sealer.awaitNotReady();

            await().atMost(TrialLedger.PATIENCE)
                    .untilAsserted(() ->
                            assertThat(sealer.health().get("/health").body()).contains(LEDGER + ".sealed"));
        }
    }

    @Test
    void sealerThatMayNotEndADeadTransactionLeavesItToItsTimeOut() throws Exception {
        String dead = LEDGER + "-sealer-" + UUID.randomUUID() + "-1";
        List<Grant> grants = new ArrayList<>(SEALER.must());
        grants.removeIf(grant -> grant.type() == ResourceType.TRANSACTIONAL_ID);
        grants.add(new Grant(AclOperation.DESCRIBE, ResourceType.TRANSACTIONAL_ID, LEDGER + "-sealer-*"));
        broker.permitOnly(grants);
        try (ForeignWriter writer = new ForeignWriter(operators, dead)) {
            writer.leaveOpen(operators.names().rejected());

            assertThat(new DeadTransactions(guests.names(), guests.connection()).fence(""))
                    .isEmpty();

            assertThatCode(writer::abort).doesNotThrowAnyException();
        }
    }

    private static String[] init(String ledger, String... more) {
        return words(List.of("init", "--ledger", ledger, "--root-key", rootKey.toString()), more);
    }

    private static String[] sealer(String ledger, String... more) {
        String state = directory.resolve("refused").toString();
        return words(
                List.of("sealer", "--ledger", ledger, "--state-dir", state, "--health-listener", "127.0.0.1:0"), more);
    }

    private static String[] words(List<String> command, String... more) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(
                "--bootstrap-server",
                broker.bootstrapServers(),
                "--command-config",
                broker.guestFile().toString(),
                "--timeout",
                "10s"));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static void assertRefused(Ended ended, String name) {
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(5);
        assertThat(ended.complaints()).singleElement().asString().contains("permi", name);
        assertThat(ended.out()).isEmpty();
    }
}
