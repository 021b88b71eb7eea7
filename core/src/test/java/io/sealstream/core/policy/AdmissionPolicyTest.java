package io.sealstream.core.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import java.io.IOError;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.ServiceConfigurationError;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdmissionPolicyTest {
    private static final Candidate CANDIDATE = new Candidate(
            new Event(new EventId("e"), new EventType("t"), 0, 0, Payload.inline(Bytes.EMPTY), Metadata.EMPTY),
            null,
            0);

    @Test
    void everyRuleIsAskedAlsoBehindOneThatRejects() {
        AdmissionPolicy policy = policy("strict", c -> Judgement.reject("no"), "mild", c -> Judgement.warn("odd"));

        AdmissionDecision decision = policy.decide(CANDIDATE);

        assertThat(decision.contributing()).containsExactly(new Contribution("strict", AdmissionOutcome.REJECT, "no"));
        assertThat(decision.discarded()).containsExactly(new Contribution("mild", AdmissionOutcome.WARN, "odd"));
    }

    @Test
    void withoutRulesEverythingIsAllowed() {
        assertThat(AdmissionPolicy.NONE.decide(CANDIDATE)).isEqualTo(AdmissionDecision.ALLOWED);
    }

    @Test
    void aRequiredRuleThatIsNoneOfTheRulesRejects() {
        AdmissionPolicy policy = new AdmissionPolicy(new LinkedHashMap<>(), List.of("absent"));

        AdmissionDecision decision = policy.decide(CANDIDATE);

        assertThat(decision.outcome()).isEqualTo(AdmissionOutcome.REJECT);
    }

    static Stream<AdmissionCheck> broken() {
        return Stream.of(
                candidate -> {
                    throw new IllegalStateException("out of order");
                },
                candidate -> {
                    throw new NoClassDefFoundError("out of order");
                },
                candidate -> {
                    throw new AssertionError("out of order");
                },
                candidate -> {
                    throw new ServiceConfigurationError("out of order");
                },
                candidate -> {
                    throw new IOError(new IOException("out of order"));
                },
                AdmissionPolicyTest::withoutOutcome,
                candidate -> sneak(new IOException("out of order")),
                AdmissionPolicyTest::overflow);
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aRuleThatFailsHoldsTheEventBack(AdmissionCheck check) {
        AdmissionDecision decision =
                policy("broken", check, "mild", c -> Judgement.allow()).decide(CANDIDATE);

        assertThat(decision.outcome()).isEqualTo(AdmissionOutcome.QUARANTINE);
        assertThat(decision.contributing()).singleElement().satisfies(contribution -> {
            assertThat(contribution.rule()).isEqualTo("broken");
            assertThat(contribution.reason())
                    .startsWith("the rule failed: java.")
                    .hasSizeLessThan(501);
        });
    }

    @Test
    void aRuleThatGivesNoJudgementHoldsTheEventBack() {
        AdmissionDecision decision = policy("silent", AdmissionPolicyTest::nothing, "mild", c -> Judgement.allow())
                .decide(CANDIDATE);

        assertThat(decision.contributing())
                .containsExactly(new Contribution(
                        "silent", AdmissionOutcome.QUARANTINE, "the rule failed: it gave no judgement"));
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, IOError.class})
    void anExceptionThatCannotEvenTellItsMessageHoldsTheEventBack(Class<? extends Throwable> second) {
        AdmissionCheck check = candidate -> {
            throw new IllegalStateException() {
                private static final long serialVersionUID = 1L;

                @Override
                public String getMessage() {
                    if (second == IOError.class) {
                        throw new IOError(new IOException("neither"));
                    }
                    throw new IllegalStateException("neither");
                }
            };
        };

        AdmissionDecision decision =
                policy("broken", check, "mild", c -> Judgement.allow()).decide(CANDIDATE);

        assertThat(decision.outcome()).isEqualTo(AdmissionOutcome.QUARANTINE);
    }

    /** It is not the event's, and the next one would meet it too. */
    @Test
    void whatIsWrongWithTheWholeProcessIsThrown() {
        AdmissionPolicy policy = policy(
                "hungry",
                candidate -> {
                    throw new OutOfMemoryError("none left");
                },
                "mild",
                c -> Judgement.allow());

        assertThatThrownBy(() -> policy.decide(CANDIDATE)).isInstanceOf(OutOfMemoryError.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Upper",
                "a b",
                "a..b",
                ".a",
                "a-",
                "ä",
                "a\n",
                "0123456789012345678901234567890123456789012345678901234567890123x"
            })
    void whatIsNoRulesIdIsRefused(String id) {
        assertThatThrownBy(() -> policy(id, c -> Judgement.allow(), "b", c -> Judgement.allow()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void moreRulesThanARecordHasRoomForAreRefused() {
        SequencedMap<String, AdmissionCheck> rules = rules(AdmissionPolicy.MAX_RULES + 1);

        assertThatThrownBy(() -> new AdmissionPolicy(rules, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 32");
    }

    @Test
    void asManyRulesAsARecordHasRoomForAreTaken() {
        SequencedMap<String, AdmissionCheck> rules = rules(AdmissionPolicy.MAX_RULES);

        AdmissionPolicy policy = new AdmissionPolicy(rules, List.copyOf(rules.keySet()));

        assertThat(policy.decide(CANDIDATE).discarded()).isEmpty();
        assertThat(policy.decide(CANDIDATE).contributing()).hasSize(AdmissionPolicy.MAX_RULES);
    }

    private static SequencedMap<String, AdmissionCheck> rules(int count) {
        SequencedMap<String, AdmissionCheck> rules = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            rules.put("rule." + i, c -> Judgement.allow());
        }
        return rules;
    }

    @Test
    void saysWhatItsRulesAre() {
        SequencedMap<String, AdmissionCheck> rules = new LinkedHashMap<>();
        rules.put("b", c -> Judgement.allow());
        rules.put("a", c -> Judgement.allow());

        assertThat(new AdmissionPolicy(rules, List.of("a"))).hasToString("b, a (required)");
        assertThat(AdmissionPolicy.NONE).hasToString("none");
    }

    private static AdmissionPolicy policy(String a, AdmissionCheck first, String b, AdmissionCheck second) {
        SequencedMap<String, AdmissionCheck> rules = new LinkedHashMap<>();
        rules.put(a, first);
        rules.put(b, second);
        return new AdmissionPolicy(rules, List.of());
    }

    @SuppressWarnings("NullAway") // what a rule that was compiled elsewhere can do
    private static Judgement nothing(Candidate candidate) {
        return null;
    }

    @SuppressWarnings("NullAway") // a rule that was compiled elsewhere can do this too
    private static Judgement withoutOutcome(Candidate candidate) {
        return new Judgement(null, "I do not know");
    }

    @SuppressWarnings("InfiniteRecursion") // until the stack is full
    private static Judgement overflow(Candidate candidate) {
        return overflow(candidate);
    }

    /** Throws what no signature names, as code that was not compiled by javac can. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the cast is not made: E is gone at run time
    private static <E extends Throwable> Judgement sneak(Throwable thrown) throws E {
        throw (E) thrown;
    }
}
