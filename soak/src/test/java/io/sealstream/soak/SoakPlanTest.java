package io.sealstream.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.soak.SoakPlan.Fault;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SoakPlanTest {
    @Test
    void everyOtherKillIsAFailOver() {
        SoakPlan plan = new SoakPlan(1, 100, 20, 10, 3, Path.of("soak"));

        List<Fault> faults = plan.faults();

        assertThat(faults).hasSize(130);
        assertThat(Collections.frequency(faults, Fault.SEALER_KILLED)).isEqualTo(50);
        assertThat(Collections.frequency(faults, Fault.SEALER_FAILED_OVER)).isEqualTo(50);
    }

    @Test
    void anOddKillIsOfASealerAlone() {
        SoakPlan plan = new SoakPlan(1, 1, 0, 0, 1, Path.of("soak"));

        List<Fault> faults = plan.faults();

        assertThat(faults).containsExactly(Fault.SEALER_KILLED);
    }

    @Test
    void theSameSeedGivesTheSameOrder() {
        SoakPlan plan = new SoakPlan(7, 10, 10, 10, 3, Path.of("soak"));

        List<Fault> again = new SoakPlan(7, 10, 10, 10, 3, Path.of("soak")).faults();

        assertThat(again).isEqualTo(plan.faults());
    }
}
