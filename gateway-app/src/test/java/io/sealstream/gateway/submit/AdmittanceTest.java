package io.sealstream.gateway.submit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.gateway.health.GatewayStatus;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AdmittanceTest {
    @Test
    void aHealthyGatewayTakesSubmissionsEvenWhereItHasTroubleToRead() {
        assertThat(new Admittance(() -> new GatewayStatus.Healthy("brokers are away")).objection())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void anyOtherSaysWhyAndThatNothingWasSent(GatewayStatus status, RefusalKind kind) {
        assertThat(new Admittance(() -> status).objection()).hasValueSatisfying(refused -> {
            assertThat(refused.kind()).isEqualTo(kind);
            assertThat(refused.reason()).isEqualTo(status.name());
            assertThat(refused.detail()).contains(status.detail(), "nothing was sent");
        });
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(new GatewayStatus.Starting("reading the ledger"), RefusalKind.NOT_READY),
                Arguments.of(new GatewayStatus.Stopping(), RefusalKind.NOT_READY),
                Arguments.of(new GatewayStatus.NotSealing("no sealer"), RefusalKind.DEGRADED),
                Arguments.of(new GatewayStatus.Degraded("TAMPERED"), RefusalKind.DEGRADED));
    }
}
