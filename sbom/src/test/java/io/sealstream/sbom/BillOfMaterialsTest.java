package io.sealstream.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.comparable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BillOfMaterialsTest {
    private static JsonNode bill = MissingNode.getInstance();

    @BeforeAll
    static void read() throws IOException {
        bill = JsonMapper.builder().build().readTree(new File("target/bom.json"));
    }

    @Test
    void itListsWhatRuns() {
        assertThat(names())
                .contains("sealstream-core", "kafka-streams", "kafka-clients", "rocksdbjni", "avro", "bcprov-jdk18on");
    }

    @Test
    void itListsNoBrokerAndNoTestLibrary() {
        assertThat(names()).doesNotContain("kafka_2.13", "kafka-server", "sealstream-local-kafka", "junit-jupiter");
    }

    @Test
    void lz4IsTheOneWithoutTheKnownVulnerability() {
        List<Version> versions = components().stream()
                .filter(component -> name(component).equals("lz4-java"))
                .map(component -> Version.parse(component.get("version").textValue()))
                .toList();

        assertThat(versions).singleElement(comparable(Version.class)).isGreaterThanOrEqualTo(Version.parse("1.11.1"));
    }

    @Test
    void nothingInItChangesFromBuildToBuild() {
        assertThat(bill.has("serialNumber")).isFalse();
        assertThat(bill.at("/metadata/properties").toString()).contains("\"cdx:reproducible\",\"value\":\"enabled\"");
    }

    private static List<String> names() {
        return components().stream().map(BillOfMaterialsTest::name).toList();
    }

    private static String name(JsonNode component) {
        return component.get("name").textValue();
    }

    private static List<JsonNode> components() {
        return bill.get("components").valueStream().toList();
    }
}
