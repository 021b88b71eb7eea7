package io.sealstream.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.topology.Degradation;
import io.sealstream.verifier.explain.Explanations;
import io.sealstream.verifier.explain.Subject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code explain} is a command of the verifier's, which knows nothing of the sealer; here both are at hand. */
class ExplainedReasonsTest {
    @ParameterizedTest
    @EnumSource
    void everyDegradedReasonHasAPage(Degradation.Reason reason) {
        assertThat(Explanations.load().require(reason.name()).subjects()).contains(Subject.DEGRADED);
    }
}
