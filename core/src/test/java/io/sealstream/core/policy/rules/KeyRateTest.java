package io.sealstream.core.policy.rules;

import static io.sealstream.core.policy.rules.Candidates.by;
import static io.sealstream.core.policy.rules.Candidates.configured;
import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.policy.AdmissionCheck;
import io.sealstream.core.policy.Judgement;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyRateTest {
    private static final long NOW = 1_700_000_000_000L;
    private final AdmissionCheck rule = configured(new KeyRate(), Map.of("per-second", "10", "burst", "3"));

    @Test
    void aBurstIsTakenAtOnceAndNoMore() {
        assertThat(taken("a", NOW, 5)).isEqualTo(3);
    }

    @Test
    void roomComesBackAtTheRate() {
        assertThat(taken("a", NOW, 5)).isEqualTo(3);

        assertThat(taken("a", NOW + 99, 1)).isZero();
        assertThat(taken("a", NOW + 100, 2)).isEqualTo(1);
        assertThat(taken("a", NOW + 10_000, 5)).isEqualTo(3);
    }

    @Test
    void overALongTimeTheRateIsKept() {
        long taken = LongStream.range(0, 10_000)
                .filter(ms -> taken("a", NOW + ms, 1) == 1)
                .count();

        assertThat(taken).isBetween(100L, 103L);
    }

    @Test
    void eachKeyHasItsOwnAndEventsWithoutAVerifiedKeyShareOne() {
        assertThat(taken("a", NOW, 5)).isEqualTo(3);

        assertThat(taken("b", NOW, 5)).isEqualTo(3);
        assertThat(taken(null, NOW, 2)).isEqualTo(2);
        assertThat(taken(null, NOW, 2)).isEqualTo(1);
    }

    @Test
    void aClockThatGoesBackGivesNoRoom() {
        assertThat(taken("a", NOW, 3)).isEqualTo(3);

        assertThat(taken("a", NOW - 2_000, 3)).isZero();
        assertThat(taken("a", NOW + 100, 3)).isEqualTo(1);
    }

    @Test
    void whoComesTooFastIsToldTheRate() {
        assertThat(taken("a", NOW, 3)).isEqualTo(3);

        assertThat(rule.judge(by("a", NOW)))
                .isEqualTo(Judgement.reject("events of the key \"a\" come faster than 10 a second"));
    }

    @Test
    void withoutABurstASecondsWorthIsTakenAtOnce() {
        AdmissionCheck plain = configured(new KeyRate(), Map.of("per-second", "7"));

        assertThat(LongStream.range(0, 20)
                        .filter(i -> plain.judge(by("a", NOW)).equals(Judgement.allow()))
                        .count())
                .isEqualTo(7);
    }

    @Test
    void itsMemoryIsBounded() {
        Buckets buckets = new Buckets(1, 1);
        for (int i = 0; i < 3 * Buckets.MAX_NAMES; i++) {
            assertThat(buckets.take("key-" + i, NOW)).isTrue();
        }

        assertThat(buckets.size()).isEqualTo(Buckets.MAX_NAMES);
    }

    private long taken(@Nullable String key, long appendedAtMs, int tries) {
        return LongStream.range(0, tries)
                .filter(i -> rule.judge(by(key, appendedAtMs)).equals(Judgement.allow()))
                .count();
    }
}
