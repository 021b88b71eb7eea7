package io.sealstream.core.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.vectors.Vectors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever runs ahead, beside or behind: what is told is what one record after the other gives, word for word. */
class ParallelVerificationTest {
    private static final long SEED = 20_261_121;

    private static Stream<String> ledgers() {
        return Vectors.json("ledgers/expected.json").propertyStream().map(Map.Entry::getKey);
    }

    @ParameterizedTest
    @MethodSource("ledgers")
    void tellsTheSameAsOneByOne(String name) {
        List<LedgerRecord> lines = Verifications.lines(Vectors.ledger(name));
        Verification one = Verifications.ofFile();
        List<Fault> oneByOne =
                lines.stream().flatMap(line -> one.accept(line).stream()).toList();
        Random random = new Random(SEED);
        for (int size = 1; size <= lines.size(); size += 6) {
            Verification many = Verifications.ofFile();

            List<Fault> told = outOfOrder(many, lines, size, random);

            assertThat(told).as("seed %d, batches of %d", SEED, size).isEqualTo(oneByOne);
            assertThat(many.resultAtEnd()).isEqualTo(one.resultAtEnd());
            assertThat(many.state()).isEqualTo(one.state());
        }
    }

    /** Prepares and answers in any order, the first record as well, and judges and concludes in the right one. */
    private static List<Fault> outOfOrder(
            Verification verification, List<LedgerRecord> lines, int size, Random random) {
        Map<Integer, PreparedRecord> prepared = new HashMap<>();
        shuffled(lines.size(), random).forEach(i -> prepared.put(i, verification.prepare(lines.get(i))));
        List<JudgedBatch> judged = new ArrayList<>();
        for (int at = 0; at < lines.size(); at += size) {
            judged.add(verification.judge(IntStream.range(at, Math.min(at + size, lines.size()))
                    .mapToObj(prepared::get)
                    .toList()));
        }
        Map<Integer, JudgedBatch.Answered> answered = new HashMap<>();
        shuffled(judged.size(), random)
                .forEach(i -> answered.put(i, judged.get(i).answer()));
        return IntStream.range(0, judged.size())
                .mapToObj(answered::get)
                .flatMap(batch -> verification.conclude(batch).stream())
                .toList();
    }

    private static List<Integer> shuffled(int count, Random random) {
        List<Integer> numbers =
                new ArrayList<>(IntStream.range(0, count).boxed().toList());
        Collections.shuffle(numbers, random);
        return numbers;
    }
}
