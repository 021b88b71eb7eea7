package io.sealstream.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigLayersTest {
    @TempDir
    private Path directory;

    private final ConfigLayers layers = new ConfigLayers(ConnectionConfig.define()
            .define(
                    "startup.check",
                    ConfigDef.Type.STRING,
                    "tail",
                    ConfigDef.ValidString.in("tail", "full", "off"),
                    Importance.LOW,
                    "How much is verified."));

    @Test
    void flagsGoOverTheEnvironmentAndTheEnvironmentOverTheFile() throws IOException {
        LayeredConfig config = layers.file(properties("bootstrap.servers=file:1\ntimeout.ms=1000\nstartup.check=full"))
                .environment(Map.of("SEALSTREAM_BOOTSTRAP_SERVERS", "env:1", "SEALSTREAM_TIMEOUT_MS", "2000"))
                .flag("bootstrap.servers", "--bootstrap-server", "flag:1,flag:2")
                .load();

        assertThat(config.connection().bootstrapServers()).isEqualTo("flag:1,flag:2");
        assertThat(config.duration("timeout.ms")).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.settings().getString("startup.check")).isEqualTo("full");
    }

    @Test
    void whatIsForKafkasClientsPassesThroughWithoutItsPrefix() throws IOException {
        LayeredConfig config = layers.clientFile(properties("bootstrap.servers=a:1\nsasl.mechanism=PLAIN"))
                .file(properties("kafka.security.protocol=SASL_SSL"))
                .environment(Map.of("SEALSTREAM_KAFKA_SASL_JAAS_CONFIG", "secret"))
                .load();

        assertThat(config.connection().clientProperties())
                .containsEntry("bootstrap.servers", "a:1")
                .containsEntry("sasl.mechanism", "PLAIN")
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.jaas.config", "secret");
    }

    @Test
    void keysUnderAnOpenPrefixAreTakenAsTheyCome() throws IOException {
        Path file = properties("bootstrap.servers=a:1\nrule.b.max= 7\nrule.a=x\nrules=y");
        LayeredConfig config = open().file(file).load();

        assertThat(config.under("rule.")).containsExactly(Map.entry("rule.a", "x"), Map.entry("rule.b.max", "7"));
        assertThat(config.notAllowed("rule.a", "it is wrong").line())
                .isEqualTo("rule.a=x (in " + file + ") is not allowed: it is wrong");
    }

    @Test
    void variablesUnderAnOpenPrefixAreRefused() {
        CommandFailure failure = catchThrowableOfType(
                CommandFailure.class, () -> open().environment(Map.of("SEALSTREAM_RULE_B_MAX", "7")));

        assertThat(failure.line())
                .isEqualTo("SEALSTREAM_RULE_B_MAX (in the environment) is not known; give keys that begin with rule. in"
                        + " the file of --config");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SEALSTREAM_RULE_SERVICE_HOST",
                "SEALSTREAM_RULE_SERVICE_PORT",
                "SEALSTREAM_RULE_SERVICE_PORT_HTTP",
                "SEALSTREAM_RULE_PORT",
                "SEALSTREAM_RULE_PORT_8080_TCP",
                "SEALSTREAM_RULE_PORT_8080_TCP_ADDR"
            })
    void variablesOfAServiceThatIsCalledAsAnOpenPrefixAreLeftAlone(String variable) {
        LayeredConfig config = open().environment(Map.of(variable, "10.0.0.1", "SEALSTREAM_BOOTSTRAP_SERVERS", "a:1"))
                .load();

        assertThat(config.settings().originals()).containsOnlyKeys("bootstrap.servers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SEALSTREAM_RULE_B_PORT", "SEALSTREAM_RULE_PORT_RANGE"})
    void whatOnlyLooksLikeAServicesIsRefused(String variable) {
        assertThatThrownBy(() -> open().environment(Map.of(variable, "7"))).isInstanceOf(CommandFailure.class);
    }

    private static ConfigLayers open() {
        return new ConfigLayers(ConnectionConfig.define()
                .define("rules", ConfigDef.Type.STRING, "", Importance.LOW, "Rules.")
                .define("rule.*", ConfigDef.Type.STRING, null, Importance.LOW, "Settings of rules."));
    }

    @Test
    void noCallOfAClientWaitsLongerThanTheTimeout() {
        LayeredConfig config = layers.flag("bootstrap.servers", "--bootstrap-server", "a:1")
                .flag("timeout.ms", "--timeout", 5_000L)
                .load();

        assertThat(config.connection().clientProperties())
                .containsEntry("default.api.timeout.ms", 5_000)
                .containsEntry("request.timeout.ms", 5_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2_592_000_000L})
    void aTimeoutThatNoClientCanHaveIsRefusedWithItsFlagAndWhatIsAllowed(long ms) {
        layers.flag("bootstrap.servers", "--bootstrap-server", "a:1").flag("timeout.ms", "--timeout", ms);

        assertThatThrownBy(layers::load)
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("timeout.ms=" + ms, "--timeout", "2 ms to 24 days")
                .extracting("exitCode")
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void anUnknownKeyIsRefusedNamingTheNearest() throws IOException {
        Path file = properties("startup.chek=tail");

        CommandFailure failure = catchThrowableOfType(CommandFailure.class, () -> layers.file(file));

        assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(failure).hasMessageContainingAll("startup.chek", file.toString(), "did you mean startup.check?");
    }

    @Test
    void aMistypedVariableIsRefused() {
        Map<String, String> environment = Map.of("SEALSTREAM_STARTUP_CHEK", "tail");

        assertThatThrownBy(() -> layers.environment(environment))
                .hasMessageContainingAll("SEALSTREAM_STARTUP_CHEK", "SEALSTREAM_STARTUP_CHECK");
    }

    @Test
    void variablesOfOtherProgramsAreLeftAlone() {
        LayeredConfig config = layers.environment(
                        Map.of("SEALSTREAM_SERVICE_HOST", "10.0.0.1", "SEALSTREAM_STATE_DIR", "x", "PATH", "/bin"))
                .flag("bootstrap.servers", "--bootstrap-server", "a:1")
                .load();

        assertThat(config.settings().originals()).containsOnlyKeys("bootstrap.servers");
    }

    @Test
    void aWrongValueIsRefusedNamingKeyOriginValueAndWhatIsAllowed() {
        layers.environment(Map.of("SEALSTREAM_STARTUP_CHECK", "some"))
                .flag("bootstrap.servers", "--bootstrap-server", "a:1");

        assertThatThrownBy(layers::load)
                .hasMessageContainingAll(
                        "startup.check=some", "SEALSTREAM_STARTUP_CHECK", "must be one of: tail, full, off");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "localhost", "localhost:x", "a:1,b"})
    void addressesThatAreNoneAreRefused(String address) {
        layers.flag("bootstrap.servers", "--bootstrap-server", address);

        assertThatThrownBy(layers::load)
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll("--bootstrap-server", "host:port");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka.acks",
                "kafka.processing.guarantee",
                "kafka.producer.enable.idempotence",
                "kafka.main.consumer.isolation.level",
                "kafka.consumer.interceptor.classes",
                "kafka.default.deserialization.exception.handler",
                "kafka.bootstrap.servers"
            })
    void whatTheLedgersPromisesRestOnIsRefused(String key) throws IOException {
        Path file = properties(key + "=x");

        assertThatThrownBy(() -> layers.file(file))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll(key + "=x", file.toString(), "is not allowed");
    }

    @Test
    void theSameHoldsForTheClientsOwnFile() throws IOException {
        Path file = properties("isolation.level=read_uncommitted");

        assertThatThrownBy(() -> layers.clientFile(file)).hasMessageContaining("isolation.level=read_uncommitted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka.security.protocol",
                "kafka.max.poll.records",
                "kafka.main.consumer.max.poll.records",
                "kafka.producer.compression.type"
            })
    void whatAClientWouldRefuseIsRefusedBeforeAnyIsMade(String key) throws IOException {
        Path file = properties(key + "=x");

        assertThatThrownBy(() -> layers.file(file))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContainingAll(key + "=x", file.toString(), "Invalid value x");
    }

    @Test
    void aFileThatIsNotThereIsAUsageError() {
        Path missing = directory.resolve("missing.properties");

        CommandFailure failure = catchThrowableOfType(CommandFailure.class, () -> layers.file(missing));

        assertThat(failure.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(failure).hasMessageContaining(missing.toString());
    }

    private Path properties(String text) throws IOException {
        return Files.writeString(Files.createTempFile(directory, "config", ".properties"), text);
    }
}
