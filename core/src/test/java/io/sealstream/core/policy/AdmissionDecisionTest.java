package io.sealstream.core.policy;

import static io.sealstream.core.policy.AdmissionOutcome.ALLOW;
import static io.sealstream.core.policy.AdmissionOutcome.BREAK_GLASS;
import static io.sealstream.core.policy.AdmissionOutcome.QUARANTINE;
import static io.sealstream.core.policy.AdmissionOutcome.REJECT;
import static io.sealstream.core.policy.AdmissionOutcome.WARN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AdmissionDecisionTest {
    private static final Contribution ALLOWS = new Contribution("allows", ALLOW, "");
    private static final Contribution WARNS = new Contribution("warns", WARN, "odd");
    private static final Contribution WARNS_TOO = new Contribution("warns.too", WARN, "very odd");
    private static final Contribution BREAKS = new Contribution("breaks", BREAK_GLASS, "ticket 7");
    private static final Contribution HOLDS = new Contribution("holds", QUARANTINE, "wait");
    private static final Contribution REJECTS = new Contribution("rejects", REJECT, "never");

    static Stream<List<Contribution>> fromMildToStrict() {
        return Stream.of(
                List.of(ALLOWS),
                List.of(ALLOWS, WARNS),
                List.of(ALLOWS, WARNS, BREAKS),
                List.of(ALLOWS, WARNS, BREAKS, HOLDS),
                List.of(ALLOWS, WARNS, BREAKS, HOLDS, REJECTS));
    }

    @ParameterizedTest
    @MethodSource("fromMildToStrict")
    void theStrictestWinsAndTheOthersAreKept(List<Contribution> contributions) {
        AdmissionDecision decision = AdmissionDecision.compose(contributions, List.of());

        int last = contributions.size() - 1;
        assertThat(decision)
                .isEqualTo(new AdmissionDecision(
                        contributions.get(last).outcome(),
                        contributions.subList(last, last + 1),
                        contributions.subList(0, last)));
    }

    @Test
    void allThatAskForTheOutcomeContributeInTheirOrder() {
        AdmissionDecision decision =
                AdmissionDecision.compose(List.of(WARNS_TOO, ALLOWS, WARNS), List.of("allows", "warns"));

        assertThat(decision.contributing()).containsExactly(WARNS_TOO, WARNS);
        assertThat(decision.discarded()).containsExactly(ALLOWS);
    }

    @Test
    void nothingIsSealedWithoutTheWordOfARequiredRule() {
        AdmissionDecision decision = AdmissionDecision.compose(List.of(ALLOWS), List.of("allows", "absent"));

        assertThat(decision.outcome()).isEqualTo(REJECT);
        assertThat(decision.contributing()).extracting(Contribution::rule).containsExactly("absent");
        assertThat(decision.discarded()).containsExactly(ALLOWS);
    }

    @Test
    void whereNoRuleIsRequiredNoneIsNeeded() {
        assertThat(AdmissionDecision.compose(List.of(), List.of())).isEqualTo(AdmissionDecision.ALLOWED);
    }
}
