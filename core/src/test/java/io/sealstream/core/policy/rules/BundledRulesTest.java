package io.sealstream.core.policy.rules;

import static io.sealstream.core.policy.rules.Candidates.configured;
import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.event.Payload;
import io.sealstream.core.policy.AdmissionCheck;
import io.sealstream.core.policy.AdmissionOutcome;
import io.sealstream.core.policy.AdmissionRule;
import io.sealstream.core.policy.Judgement;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BundledRulesTest {
    @Test
    void serviceLoaderFindsThem() {
        assertThat(ServiceLoader.load(AdmissionRule.class))
                .extracting(AdmissionRule::id)
                .containsExactlyInAnyOrder("event-type.allow", "key.rate", "metadata.required", "payload.max");
    }

    @ParameterizedTest
    @CsvSource({
        "payment.made, ALLOW",
        "refund, ALLOW",
        "refund.made, REJECT",
        "payment, REJECT",
        "'', REJECT",
    })
    void eventTypesAreAllowedWholeOrByPrefix(String type, AdmissionOutcome outcome) {
        AdmissionCheck rule = configured(new AllowedEventTypes(), Map.of("types", "payment.*, refund"));

        Judgement judgement = rule.judge(Candidates.ofType(type));

        assertThat(judgement.outcome()).isEqualTo(outcome);
    }

    @Test
    void metadataThatAreMissingOrBlankAreNamed() {
        AdmissionCheck rule =
                configured(new RequiredMetadata(), Map.of("keys", "tenant,trace", "outcome", "Quarantine"));

        assertThat(rule.judge(Candidates.with(Map.of("tenant", "a", "trace", "b", "more", ""))))
                .isEqualTo(Judgement.allow());
        assertThat(rule.judge(Candidates.with(Map.of("tenant", " "))))
                .isEqualTo(Judgement.quarantine("the metadata lack tenant, trace"));
    }

    @Test
    void aPayloadMayBeAsLongAsTheLimit() {
        AdmissionCheck rule = configured(new MaximumPayload(), Map.of("bytes", "5", "outcome", "Warn"));

        assertThat(rule.judge(Candidates.with(Payload.inline(Bytes.utf8("hello")))))
                .isEqualTo(Judgement.allow());
        assertThat(rule.judge(Candidates.with(Payload.inline(Bytes.utf8("hello!")))))
                .isEqualTo(Judgement.warn("the payload has 6 bytes, 5 are allowed"));
    }

    @ParameterizedTest
    @CsvSource({"5, ALLOW", "6, REJECT", "9223372036854775807, REJECT"})
    void aPayloadElsewhereCountsByTheLengthThatItsEventStates(long length, AdmissionOutcome outcome) {
        AdmissionCheck rule = configured(new MaximumPayload(), Map.of("bytes", "5"));

        Judgement judgement = rule.judge(Candidates.with(Payload.at("s3://b/o", length, Hash.ZERO)));

        assertThat(judgement.outcome()).isEqualTo(outcome);
    }
}
