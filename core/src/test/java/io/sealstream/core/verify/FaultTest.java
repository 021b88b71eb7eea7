package io.sealstream.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FaultTest {
    @Test
    void ofALongTextTheBeginningAndTheEndAreKept() {
        String quoted = "x".repeat(1_000_000);

        Fault fault = Fault.ofLedger(
                FaultKind.DUPLICATE_EVENT_ID,
                quoted,
                quoted,
                "event_id \"" + quoted + "\" occurred in an earlier record");

        assertThat(fault.detail())
                .hasSize(500)
                .startsWith("event_id \"xxx")
                .contains("xxx ... xxx")
                .endsWith("xxx\" occurred in an earlier record");
        assertThat(fault.expected()).hasSize(500);
        assertThat(fault.actual()).hasSize(500);
    }

    @Test
    void whatIsNoLongerStaysAsItIs() {
        String text = "x".repeat(500);

        assertThat(Fault.ofLedger(FaultKind.INVALID, null, text, text))
                .isEqualTo(new Fault(FaultKind.INVALID, null, null, null, text, text));
        assertThat(Fault.ofLedger(FaultKind.INVALID, null, text, text).detail()).isEqualTo(text);
    }
}
