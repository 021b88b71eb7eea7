package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.command.CommandProcess;
import io.sealstream.command.CommandProcess.Ended;
import io.sealstream.core.Blake3;
import io.sealstream.core.StrictJson;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.key.KeyId;
import io.sealstream.core.key.NamedPublicKey;
import io.sealstream.core.key.PrivateKey;
import io.sealstream.core.key.SignatureAlgorithm;
import io.sealstream.core.verify.VerificationResult;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands as their users have them: exit code, and one line that says why. */
@ExtendWith(TrialLedgers.class)
class SealerCommandIT {
    private static final String NOWHERE = "127.0.0.1:1";

    @TempDir
    Path directory;

    @Test
    void initMakesALedgerOnce(TrialLedger ledger) throws Exception {
        String key = rootKey().toString();
        String name = ledger.names().ledger();
        String address = ledger.bootstrapServers();

        Ended made = run("init", "--ledger", name, "--bootstrap-server", address, "--root-key", key);
        Ended again = run("init", "--ledger", name, "--bootstrap-server", address, "--root-key", key);

        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(made.out()).contains("ledger     " + name, "ledger id  ", name + ".sealed");
        assertFails(again, 5, name + ".sealed at " + address + " holds records already");
    }

    @Test
    void initLinksTheChainWithTheHashThatIsAskedForUnderKeysOfAnyAlgorithm(TrialLedger ledger) throws Exception {
        PrivateKey root = PrivateKey.generate(SignatureAlgorithm.ML_DSA_65, new SecureRandom());
        Path key = directory.resolve("root.pub");
        Files.writeString(key, new NamedPublicKey(root.keyId(), root.publicKey()).toText());
        String[] words = {
            "init",
            "--ledger",
            ledger.names().ledger(),
            "--bootstrap-server",
            ledger.bootstrapServers(),
            "--root-key",
            key.toString(),
            "--hash",
            "blake3"
        };

        Ended made = run(words);

        assertThat(made.exitCode()).as(made.err()).isZero();
        VerificationResult whole = Audit.requireWhole(ledger);
        assertThat(made.out()).contains("ledger id  " + whole.head());
        SealedEvent genesis = ledger.outcomes().awaitSealedCount(1);
        assertThat(genesis.header(HashAlgorithm.BLAKE3).eventHash(Blake3::of)).isEqualTo(whole.head());
    }

    @Test
    void initTakesNoCheckpointKeyOfAnotherAlgorithm() throws Exception {
        PrivateKey other = PrivateKey.generate(SignatureAlgorithm.ECDSA_P256_SHA256, new SecureRandom());
        Path key = directory.resolve("checkpoint.pub");
        Files.writeString(key, new NamedPublicKey(other.keyId(), other.publicKey()).toText());

        Ended ended = run(
                "init",
                "--ledger",
                "t",
                "--bootstrap-server",
                NOWHERE,
                "--root-key",
                rootKey().toString(),
                "--checkpoint-key",
                key.toString());

        assertFails(ended, 2, "--checkpoint-key " + key + " is ECDSA-P256-SHA256; checkpoints need Ed25519");
    }

    @Test
    void initLeavesALedgerAsItIsWhereItIsAskedTo(TrialLedger ledger) throws Exception {
        String[] words = {
            "init",
            "--if-not-exists",
            "--ledger",
            ledger.names().ledger(),
            "--bootstrap-server",
            ledger.bootstrapServers(),
            "--root-key",
            rootKey().toString()
        };

        Ended made = run(words);
        Ended again = run(words);

        assertThat(made.exitCode()).as(made.err()).isZero();
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.out()).isEqualTo(made.out());
    }

    /** Its readers would call the genesis invalid, and the name would be used up. */
    @Test
    void initTakesNoRootKeyWhoseIdNoLedgerTakes() throws Exception {
        String text = new NamedPublicKey(new KeyId("root\t1"), TrialLedger.ROOT.publicKey()).toText();
        Path key = Files.writeString(directory.resolve("tab.pub"), text);

        Ended ended = run("init", "--ledger", "trial", "--bootstrap-server", NOWHERE, "--root-key", key.toString());

        assertFails(ended, 2, "--root-key " + key + ": key_id has a control character");
    }

    @ParameterizedTest
    @CsvSource({
        "a b, root, required, a/b, '--ledger: a ledger''s name is 1 to 227'",
        "trial, root, required, no spaces, 'origin must be 1 to 255'",
        "trial, root, perhaps, trial, '--certification'",
        "trial, missing, required, trial, 'missing can''t be read'",
    })
    void initRefusesABadChoice(String ledger, String key, String certification, String origin, String why)
            throws Exception {
        String file = key.equals("root")
                ? rootKey().toString()
                : directory.resolve(key).toString();

        Ended ended = run(
                "init",
                "--ledger",
                ledger,
                "--bootstrap-server",
                NOWHERE,
                "--root-key",
                file,
                "--certification",
                certification,
                "--origin",
                origin);

        assertFails(ended, 2, why);
    }

    @ParameterizedTest
    @CsvSource({
        "--startup-check, some, 'startup.check=some (given with --startup-check) is not allowed'",
        "--health-listener, 8080, 'health.listener=8080'",
        "--health-listener, host:port, 'health.listener=host:port'",
        "--health-listener, 127.0.0.1:99999, 'health.listener=127.0.0.1:99999'",
        "--log-format, xml, 'log.format=xml (given with --log-format) is not allowed'",
        "--nonsense, 1, 'nonsense'",
    })
    void sealerRefusesABadChoice(String flag, String value, String why) {
        Ended ended = run("sealer", "--ledger", "trial", "--bootstrap-server", NOWHERE, flag, value);

        assertFails(ended, 2, why);
    }

    @Test
    void sealerRefusesWhatSealingDependsOn() throws Exception {
        Path config = Files.writeString(
                directory.resolve("sealer.properties"),
                "ledger=trial\nbootstrap.servers=" + NOWHERE + "\nkafka.processing.guarantee=at_least_once\n");

        Ended ended = run("sealer", "--config", config.toString());

        assertFails(ended, 2, "kafka.processing.guarantee=at_least_once");
    }

    @Test
    void sealerRefusesAPolicyWithARuleThatIsNotThere() throws Exception {
        Path config = Files.writeString(
                directory.resolve("sealer.properties"),
                "ledger=trial\nbootstrap.servers=" + NOWHERE + "\npolicy.rules=four.eyes\n");

        Ended ended = run("sealer", "--config", config.toString());

        assertFails(
                ended, 2, "policy.rules=four.eyes (in " + config + ") is not allowed: there is no rule \"four.eyes\"");
    }

    @Test
    void bothGiveUpWhereNoBrokerIs() throws Exception {
        String key = rootKey().toString();

        Ended init = run("init", "--ledger", "t", "--bootstrap-server", NOWHERE, "--timeout", "2s", "--root-key", key);
        Ended sealer = run("sealer", "--ledger", "t", "--bootstrap-server", NOWHERE, "--timeout", "2s");

        assertFails(init, 5, NOWHERE);
        assertThat(sealer.exitCode()).isEqualTo(5);
        assertThat(sealer.complaints().getLast()).contains(NOWHERE + ": no broker answered in time");
    }

    @Test
    void sealerNamesWhatIsInUse(TrialLedger ledger) throws Exception {
        ledger.init();
        ledger.startProcess().awaitHealthy();
        String state = ledger.config().stateDirectory().toString();

        Ended second = sealer(ledger, "--state-dir", state);
        assertFails(second, 5, state + "/follower is in use by another process");

        try (ServerSocket taken = new ServerSocket(0)) {
            Ended third = sealer(
                    ledger, "--state-dir", state + "2", "--health-listener", "127.0.0.1:" + taken.getLocalPort());
            assertFails(third, 5, "health.listener=127.0.0.1:" + taken.getLocalPort());
        }
    }

    @Test
    void sealerLogsJsonWhereItIsAskedTo(TrialLedger ledger) throws Exception {
        ledger.init();
        SealerProcess sealer = ledger.startProcess("--log-format", "json").awaitHealthy();
        sealer.terminate();
        sealer.awaitExit(TrialLedger.PATIENCE);

        assertThat(sealer.log().lines())
                .allSatisfy(line -> assertThat(
                                StrictJson.object(line).required("level").textValue())
                        .isIn("INFO", "WARN"))
                .anySatisfy(line -> assertThat(StrictJson.object(line)
                                .required("formattedMessage")
                                .textValue())
                        .isEqualTo("HEALTHY"));
    }

    private static Ended sealer(TrialLedger ledger, String... flags) {
        String[] all = new String[flags.length + 5];
        all[0] = "sealer";
        all[1] = "--ledger";
        all[2] = ledger.names().ledger();
        all[3] = "--bootstrap-server";
        all[4] = ledger.bootstrapServers();
        System.arraycopy(flags, 0, all, 5, flags.length);
        return run(all);
    }

    private static Ended run(String... arguments) {
        return new CommandProcess(SealerCommand.class).run(arguments);
    }

    private static void assertFails(Ended ended, int exitCode, String why) {
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(exitCode);
        assertThat(ended.complaints()).singleElement().asString().contains(why);
        assertThat(ended.out()).isEmpty();
    }

    private Path rootKey() throws Exception {
        NamedPublicKey key = new NamedPublicKey(TrialLedger.ROOT.keyId(), TrialLedger.ROOT.publicKey());
        return Files.writeString(directory.resolve("root.pub"), key.toText() + "\n");
    }
}
