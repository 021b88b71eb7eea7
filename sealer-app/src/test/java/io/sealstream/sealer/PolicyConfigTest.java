package io.sealstream.sealer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.sealstream.command.CommandFailure;
import io.sealstream.command.ConfigLayers;
import io.sealstream.command.ExitCode;
import io.sealstream.core.policy.AdmissionDecision;
import io.sealstream.core.policy.AdmissionOutcome;
import io.sealstream.core.policy.AdmissionPolicy;
import io.sealstream.core.policy.Candidate;
import io.sealstream.core.policy.Contribution;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a properties file to a policy, or to the one line that says what is wrong with it. */
class PolicyConfigTest {
    @TempDir
    Path directory;

    @Test
    void withoutKeysThereIsNoPolicy() throws IOException {
        AdmissionPolicy policy = policy("");

        assertThat(policy.decide(candidate(Map.of()))).isEqualTo(AdmissionDecision.ALLOWED);
    }

    @Test
    void asksItsRulesInTheirOrderWithTheirSettings() throws IOException {
        AdmissionPolicy policy = policy("""
                policy.rules=obedient, payload.max,event-type.allow
                policy.required=payload.max
                policy.obedient.key=say
                policy.payload.max.bytes=1
                policy.payload.max.outcome=Warn
                policy.event-type.allow.types=trial.*
                """);

        AdmissionDecision decision = policy.decide(candidate(Map.of("say", "Warn")));

        assertThat(decision.outcome()).isEqualTo(AdmissionOutcome.WARN);
        assertThat(decision.contributing()).extracting(Contribution::rule).containsExactly("obedient", "payload.max");
        assertThat(decision.discarded()).extracting(Contribution::rule).containsExactly("event-type.allow");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        policy.rules=payload.maxx                          | policy.rules=payload.maxx (in FILE) is not allowed: there is no rule "payload.maxx"; found are event-type.allow, key.rate, metadata.required, obedient, payload.max; one of your own needs its jar in policy.path
        policy.rules=payload.max                           | policy.payload.max.bytes is missing: the rule needs it
        policy.rules=payload.max,payload.max;policy.payload.max.bytes=1 | policy.rules=payload.max,payload.max (in FILE) is not allowed: it has "payload.max" twice
        policy.rules=payload.max;policy.payload.max.bytes=many | policy.payload.max.bytes=many (in FILE) is not allowed: a whole number from 0 to 9223372036854775807 is expected
        policy.rules=payload.max;policy.payload.max.bytes=1;policy.payload.max.outcome=Allow | policy.payload.max.outcome=Allow (in FILE) is not allowed: Warn, Quarantine or Reject is expected
        policy.rules=payload.max;policy.payload.max.bytes=1;policy.payload.max.byts=2 | policy.payload.max.byts=2 (in FILE) is not allowed: the rule has no such setting
        policy.rules=payload.max;policy.payload.max.bytes=1;policy.key.rate.burst=2 | policy.key.rate.burst=2 (in FILE) is not allowed: policy.rules does not have the rule "key.rate"
        policy.payload.max.bytes=1                         | policy.payload.max.bytes=1 (in FILE) is not allowed: policy.rules does not have the rule "payload.max"
        policy.nonsense=1                                  | policy.nonsense=1 (in FILE) is not allowed: there are policy.rules, policy.required, policy.path and policy.RULE.SETTING
        policy.required=payload.max                        | policy.required=payload.max (in FILE) is not allowed: policy.rules does not have the rule "payload.max"
        policy.rules=event-type.allow;policy.event-type.allow.types=a*b | policy.event-type.allow.types=a*b (in FILE) is not allowed: a star stands at the end alone, as in payment.*
        policy.rules=obedient;policy.obedient.key=fail     | policy.rules=obedient (in FILE) is not allowed: the rule "obedient" can't be made: java.lang.IllegalStateException: I was told to fail
        policy.path=nowhere                                | policy.path=nowhere (in FILE) is not allowed: nowhere is no jar and no directory with jars that can be read
        """)
    void saysWhatIsWrongInOneLine(String lines, String complaint) {
        CommandFailure failure = catchThrowableOfType(CommandFailure.class, () -> policy(lines.replace(';', '\n')));

        assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(failure.line()).isEqualTo(complaint.replace("FILE", file().toString()));
    }

    @Test
    void refusesSettingsInTheEnvironmentAsTheyCannotBeToldApart() {
        CommandFailure failure = catchThrowableOfType(
                CommandFailure.class, () -> layers().environment(Map.of("SEALSTREAM_POLICY_PAYLOAD_MAX_BYTES", "1")));

        assertThat(failure.line())
                .isEqualTo("SEALSTREAM_POLICY_PAYLOAD_MAX_BYTES (in the environment) is not known; give keys that begin"
                        + " with policy. in the file of --config");
    }

    @Test
    void takesTheRulesThemselvesFromTheEnvironmentToo() throws IOException {
        Files.writeString(file(), "policy.rules=payload.max\npolicy.obedient.key=say\n");
        AdmissionPolicy policy = SealerConfig.of(layers().file(file())
                        .environment(Map.of("SEALSTREAM_POLICY_RULES", "obedient"))
                        .load())
                .policy();

        assertThat(policy.decide(candidate(Map.of("say", "Reject"))).outcome()).isEqualTo(AdmissionOutcome.REJECT);
    }

    @ParameterizedTest
    @CsvSource({"refund-approval.jar", "."})
    void findsTheRuleOfTheDocumentationInItsJar(String where) throws IOException {
        DocumentedRule.jar(directory);

        AdmissionPolicy policy = policy("policy.rules=" + DocumentedRule.ID
                + "\npolicy.refund.approval.limit-cents=10000\n" + "policy.path=" + directory.resolve(where));

        assertThat(outcome(policy, "payment.made", Map.of())).isEqualTo(AdmissionOutcome.ALLOW);
        assertThat(outcome(policy, "payment.refunded", Map.of("cents", "10000")))
                .isEqualTo(AdmissionOutcome.ALLOW);
        assertThat(outcome(policy, "payment.refunded", Map.of("cents", "10001")))
                .isEqualTo(AdmissionOutcome.QUARANTINE);
        assertThat(outcome(policy, "payment.refunded", Map.of("cents", "10001", "approved-by", "b")))
                .isEqualTo(AdmissionOutcome.ALLOW);
        assertThat(outcome(policy, "payment.refunded", Map.of("cents", "10001", "emergency-ticket", "7")))
                .isEqualTo(AdmissionOutcome.BREAK_GLASS);
        assertThat(outcome(policy, "payment.refunded", Map.of())).isEqualTo(AdmissionOutcome.QUARANTINE);
    }

    @Test
    void refusesAJarWhoseRuleIsNotThere() throws IOException {
        Path jar = Files.copy(DocumentedRule.jar(directory), directory.resolve("broken.jar"));
        removeClasses(jar);

        CommandFailure failure = catchThrowableOfType(
                CommandFailure.class, () -> policy("policy.path=" + jar + "\npolicy.rules=obedient"));

        assertThat(failure.line()).contains("policy.path=" + jar, "a rule can't be loaded", "RefundApproval not found");
    }

    @Test
    void refusesAJarThatWasBuiltForANewerJava() throws IOException {
        Path jar = DocumentedRule.jar(directory);
        try (var files = FileSystems.newFileSystem(jar)) {
            Path compiled = files.getPath("com/example/ledger/RefundApproval.class");
            byte[] bytes = Files.readAllBytes(compiled);
            bytes[7] = (byte) 200; // its major version, JVM specification section 4.1
            Files.write(compiled, bytes);
        }

        CommandFailure failure = catchThrowableOfType(CommandFailure.class, () -> policy("policy.path=" + jar));

        assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(failure.line())
                .contains("policy.path=" + jar, "a rule can't be loaded", "UnsupportedClassVersionError");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        return null;                                    | NullPointerException: it has none
        throw new IllegalStateException("lost");        | IllegalStateException: lost
        throw new NoClassDefFoundError("com/example/A"); | NoClassDefFoundError: com/example/A
        """)
    void refusesARuleThatCannotTellItsId(String body, String why) throws IOException {
        Path jar = DocumentedRule.jar(directory, page -> page.replace("return \"refund.approval\";", body));

        CommandFailure failure = catchThrowableOfType(CommandFailure.class, () -> policy("policy.path=" + jar));

        assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(failure.line())
                .contains("policy.path=" + jar, "the rule com.example.ledger.RefundApproval can't tell its id", why);
    }

    @Test
    void refusesARuleThatGivesNoCheck() throws IOException {
        Path jar = DocumentedRule.jar(
                directory,
                page -> page.replace("return candidate -> judge(candidate.event(), limit);", "return null;"));
        String lines = "policy.refund.approval.limit-cents=1\npolicy.rules=refund.approval\npolicy.path=" + jar;

        CommandFailure failure = catchThrowableOfType(CommandFailure.class, () -> policy(lines));

        assertThat(failure.line())
                .contains("policy.rules=refund.approval", "can't be made", "NullPointerException: it gave no check");
    }

    private static void removeClasses(Path jar) throws IOException {
        try (var files = FileSystems.newFileSystem(jar)) {
            Files.delete(files.getPath("com/example/ledger/RefundApproval.class"));
        }
    }

    private static AdmissionOutcome outcome(AdmissionPolicy policy, String type, Map<String, String> metadata) {
        return policy.decide(new Candidate(
                        Draft.of("e").ofType(type).withMetadata(metadata).event(), null, 0))
                .outcome();
    }

    private static Candidate candidate(Map<String, String> metadata) {
        return new Candidate(Draft.of("event").withMetadata(metadata).event(), null, 0);
    }

    private AdmissionPolicy policy(String lines) throws IOException {
        Files.writeString(file(), lines);
        return SealerConfig.of(layers().file(file()).load()).policy();
    }

    private static ConfigLayers layers() {
        return new ConfigLayers(SealerConfig.define())
                .flag("bootstrap.servers", "--bootstrap-server", "a:1")
                .flag("ledger", "--ledger", "trial");
    }

    private Path file() {
        return directory.resolve("sealer.properties");
    }
}
