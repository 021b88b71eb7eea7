package io.sealstream.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** A run that did too little shows nothing: it is void, and fails. */
final class Work {
    private static final int SEALED_A_FAULT = 50;
    private static final List<String> OF_EACH = List.of(
            Tally.DUPLICATE,
            Tally.UNKNOWN,
            Tally.UNKNOWN_SENT_AGAIN,
            "EVENT_ID_CONFLICT",
            "EXPIRED",
            "INVALID",
            "SIGNATURE_INVALID");

    private Work() {}

    static void requireEnough(SoakPlan plan, Tally tally) {
        String what = "void, did too little: " + tally;
        for (SoakPlan.Fault fault : SoakPlan.Fault.values()) {
            assertThat(tally.of(fault.name())).as(what).isEqualTo(plan.count(fault));
        }
        assertThat(tally.of(Tally.SEALED))
                .as(what)
                .isGreaterThanOrEqualTo(SEALED_A_FAULT * plan.faults().size());
        OF_EACH.forEach(
                each -> assertThat(tally.of(each)).as(each + ": " + what).isPositive());
        int failOvers = plan.count(SoakPlan.Fault.SEALER_FAILED_OVER);
        assertThat(tally.of(FailOver.IN_A_TRANSACTION)).as(what).isEqualTo(failOvers);
        // On a machine that is busy, its time can be over first.
        assertThat(tally.of(FailOver.ENDED_BY_THE_OTHER)).as(what).isGreaterThanOrEqualTo(failOvers / 2);
        if (plan.pauses() > 0) {
            assertThat(tally.of(Faults.SEALED_WHILE_PAUSED)).as(what).isPositive();
        }
    }
}
