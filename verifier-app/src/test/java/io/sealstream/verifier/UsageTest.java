package io.sealstream.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.sealstream.core.key.PrivateKey;
import io.sealstream.core.key.SignatureAlgorithm;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Wrong arguments end with 2 and one line, before anything is read. */
class UsageTest {
    private static final String VALID = "src/test/resources/vectors/ledgers/valid.jsonl";

    @TempDir
    private Path directory;

    static Stream<Arguments> wrong() {
        return Stream.of(
                argumentSet("no command", "subcommand", new String[] {}),
                argumentSet("unknown command", "verfy", new String[] {"verfy"}),
                argumentSet("unknown flag", "--filee", new String[] {"verify", "--filee", VALID}),
                argumentSet("nothing to verify", "is missing", new String[] {"verify"}),
                argumentSet("file and ledger", "--ledger", new String[] {"verify", "--file", VALID, "--ledger", "a"}),
                argumentSet(
                        "file and intake", "--intake", new String[] {"verify", "--file", VALID, "--intake", "skip"}),
                argumentSet("no reader", "--readers=0 is not 1 to 8", new String[] {
                    "verify", "--file", VALID, "--readers", "0"
                }),
                argumentSet(
                        "too many readers", "--readers=9", new String[] {"verify", "--file", VALID, "--readers", "9"}),
                argumentSet("unknown format", "TEXT", new String[] {"verify", "--file", VALID, "--format", "xml"}),
                argumentSet("wrong time-out", "soon", new String[] {"verify", "--file", VALID, "--timeout", "soon"}),
                argumentSet("ledger that cannot be", "a/b", new String[] {
                    "verify", "--ledger", "a/b", "--bootstrap-server", "localhost:1"
                }),
                argumentSet("checkpoint that is not there", "nothing", new String[] {
                    "verify", "--file", VALID, "--checkpoint", "nothing"
                }),
                argumentSet("key without checkpoint", "--checkpoint-vkey", new String[] {
                    "verify", "--file", VALID, "--checkpoint-vkey", "a+b+c"
                }),
                argumentSet("key that is none", "a+b+c", new String[] {
                    "verify", "--file", VALID, "--checkpoint", VALID, "--checkpoint-vkey", "a+b+c"
                }),
                argumentSet("target without key", "go together", new String[] {
                    "verify", "--file", VALID, "--write-checkpoint", "new"
                }),
                argumentSet("target in no directory", "no-such-directory", new String[] {
                    "verify", "--file", VALID, "--write-checkpoint", "no-such-directory/new", "--checkpoint-key", "key"
                }),
                argumentSet("signing key that is not there", "no.pem", new String[] {
                    "verify", "--file", VALID, "--write-checkpoint", "new", "--checkpoint-key", "no.pem"
                }),
                argumentSet("report in no directory", "no-such-directory", new String[] {
                    "verify", "--file", VALID, "--report", "no-such-directory/report"
                }),
                argumentSet("signatures by nobody", "bouncycastle, corretto", new String[] {
                    "verify", "--file", VALID, "--signature-provider", "sun"
                }),
                argumentSet("signatures by whom nobody finds", "--signature-provider", new String[] {
                    "verify", "--file", VALID, "--signature-provider", "corretto"
                }),
                argumentSet("of a ledger too", "--signature-provider", new String[] {
                    "verify", "--ledger", "a", "--bootstrap-server", "localhost:1", "--signature-provider", "corretto"
                }),
                argumentSet("export to nowhere", "--out", new String[] {
                    "export", "--ledger", "a", "--bootstrap-server", "localhost:1"
                }),
                argumentSet("show nothing", "SEQUENCE", new String[] {"show", "--file", VALID}),
                argumentSet("show a word", "first", new String[] {"show", "first", "--file", VALID}),
                argumentSet("show below zero", "-1", new String[] {"show", "--file", VALID, "--", "-1"}),
                argumentSet(
                        "explain nothing", "did you mean PAYLOAD_MISMATCH?", new String[] {"explain", "payload-mismach"
                        }),
                argumentSet("head of a file", "--file", new String[] {"head", "--file", VALID}));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void endsWithTwoAndOneLine(String named, String[] arguments) {
        Cli.Ended ended = Cli.run(arguments);

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines()).singleElement().asString().contains(named);
    }

    @Test
    void aSigningKeyThatOthersMayReadIsRefused() {
        Path key = TestFiles.write(directory.resolve("key.pem"), TestKeys.CHECKPOINT.toPem());

        Cli.Ended ended = signWith(key);

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("chmod 600");
    }

    @Test
    void aSigningKeyThatIsNoneIsRefused() {
        Path key = TestFiles.writeSecret(directory.resolve("key.pem"), "a shopping list");

        Cli.Ended ended = signWith(key);

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("--checkpoint-key", "PKCS#8").doesNotContain("shopping");
    }

    @Test
    void aSigningKeyOfAnotherAlgorithmIsRefusedInOneLine() {
        String pem = PrivateKey.generate(SignatureAlgorithm.ML_DSA_65, new SecureRandom())
                .toPem();
        Path key = TestFiles.writeSecret(directory.resolve("key.pem"), pem);

        Cli.Ended ended = signWith(key);

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err().lines())
                .singleElement()
                .asString()
                .contains("--checkpoint-key " + key, "Ed25519 key is needed", "ML-DSA-65");
    }

    private Cli.Ended signWith(Path key) {
        return Cli.run(
                "verify",
                "--file",
                VALID,
                "--write-checkpoint",
                directory.resolve("new").toString(),
                "--checkpoint-key",
                key.toString());
    }
}
