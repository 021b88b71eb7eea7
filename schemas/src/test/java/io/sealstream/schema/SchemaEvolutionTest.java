package io.sealstream.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.schema.avro.CertifiedEvent;
import io.sealstream.schema.avro.RejectedEvent;
import io.sealstream.schema.avro.SealedEvent;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidator;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A record of any version can be read with the schema of any other: FULL_TRANSITIVE, as registries call it. */
class SchemaEvolutionTest {
    private static final SchemaValidator FULL_TRANSITIVE =
            new SchemaValidatorBuilder().mutualReadStrategy().validateAll();

    static Stream<Schema> current() {
        return Stream.of(CertifiedEvent.getClassSchema(), SealedEvent.getClassSchema(), RejectedEvent.getClassSchema());
    }

    @ParameterizedTest
    @MethodSource("current")
    void everyVersionReadsEveryOther(Schema current) {
        List<Schema> versions = SchemaHistory.of(current);

        for (Schema version : versions) {
            assertThatCode(() -> FULL_TRANSITIVE.validate(version, versions)).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("current")
    void theNewestVersionIsTheCurrentSchema(Schema current) {
        List<Schema> versions = SchemaHistory.of(current);

        assertThat(versions.getLast())
                .as(
                        "a change of ledger.avdl needs a new file history/%s/%d.avsc",
                        current.getName(), versions.size() + 1)
                .isEqualTo(withoutJavaStrings(current));
    }

    @Test
    void noTwoVersionsShareAFingerprint() {
        List<Schema> versions =
                current().flatMap(schema -> SchemaHistory.of(schema).stream()).toList();

        assertThat(versions)
                .as("a fingerprint does not cover defaults, so they alone cannot change")
                .extracting(SingleObjectFraming::fingerprint)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("current")
    void aFieldWithoutADefaultWouldBeNoticed(Schema current) {
        Schema changed = parse(current.toString()
                .replaceFirst("\"fields\":\\[", "\"fields\":[{\"name\":\"extra\",\"type\":\"long\"},"));

        assertThatThrownBy(() -> FULL_TRANSITIVE.validate(changed, SchemaHistory.of(current)))
                .isInstanceOf(SchemaValidationException.class);
    }

    /** As it is written down and registered: which class Java uses for text is no part of a schema. */
    private static Schema withoutJavaStrings(Schema schema) {
        return parse(schema.toString()
                .replace("{\"type\":\"string\",\"avro.java.string\":\"String\"}", "\"string\"")
                .replace(",\"avro.java.string\":\"String\"", ""));
    }

    private static Schema parse(String json) {
        return new Schema.Parser().parse(json);
    }
}
