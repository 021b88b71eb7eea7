package io.sealstream.demo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Who may know whom. The demo has every module on its class path, so it is here that all of them can be looked at. */
class ArchitectureTest {

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.sealstream");

    @Test
    void modulesKnowOnlyWhatTheyStandOn() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("core")
                .definedBy("io.sealstream.core..")
                .layer("schemas")
                .definedBy("io.sealstream.schema..")
                .layer("reader")
                .definedBy("io.sealstream.reader..")
                .layer("follower")
                .definedBy("io.sealstream.follower..")
                .layer("topology")
                .definedBy("io.sealstream.topology..")
                .layer("command")
                .definedBy("io.sealstream.command..")
                .layer("sealer")
                .definedBy("io.sealstream.sealer..")
                .layer("verifier")
                .definedBy("io.sealstream.verifier..")
                .layer("client")
                .definedBy("io.sealstream.client..")
                .layer("gateway")
                .definedBy("io.sealstream.gateway..")
                .layer("local-kafka")
                .definedBy("io.sealstream.kafka.local..")
                .layer("demo")
                .definedBy("io.sealstream.demo..")
                .layer("benchmarks")
                .definedBy("io.sealstream.benchmarks..")
                .whereLayer("core")
                .mayNotAccessAnyLayer()
                .whereLayer("schemas")
                .mayOnlyAccessLayers("core")
                .whereLayer("reader")
                .mayOnlyAccessLayers("core", "schemas")
                .whereLayer("follower")
                .mayOnlyAccessLayers("core", "schemas", "reader")
                .whereLayer("topology")
                .mayOnlyAccessLayers("core", "schemas", "reader", "follower")
                .whereLayer("command")
                .mayOnlyAccessLayers("core")
                .whereLayer("sealer")
                .mayOnlyAccessLayers("core", "schemas", "reader", "follower", "topology", "command")
                .whereLayer("verifier")
                .mayOnlyAccessLayers("core", "schemas", "reader", "command")
                .whereLayer("client")
                .mayOnlyAccessLayers("core", "schemas", "reader", "command")
                .whereLayer("gateway")
                .mayOnlyAccessLayers("core", "schemas", "reader", "follower", "command", "client")
                .whereLayer("local-kafka")
                .mayOnlyAccessLayers("command")
                .whereLayer("demo")
                .mayOnlyAccessLayers(
                        "core", "schemas", "reader", "command", "sealer", "verifier", "client", "local-kafka")
                .whereLayer("benchmarks")
                .mayOnlyAccessLayers(
                        "core",
                        "schemas",
                        "reader",
                        "follower",
                        "command",
                        "sealer",
                        "verifier",
                        "client",
                        "gateway",
                        "local-kafka")
                .check(ALL);
    }

    @Test
    void theVerifierSharesNoDecisionWithTheSealer() {
        noClasses()
                .that()
                .resideInAPackage("io.sealstream.verifier..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.sealstream.core.seal..", "org.apache.kafka.streams..")
                .check(ALL);
    }

    @Test
    void onlyTheLocalKafkaKnowsABroker() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.sealstream.kafka.local..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "kafka..",
                        "org.apache.kafka.metadata..",
                        "org.apache.kafka.raft..",
                        "org.apache.kafka.server..",
                        "org.apache.kafka.storage..")
                .check(ALL);
    }
}
