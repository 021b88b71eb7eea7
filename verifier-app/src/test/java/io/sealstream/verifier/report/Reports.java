package io.sealstream.verifier.report;

import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.verify.Fault;
import io.sealstream.core.verify.FaultKind;
import io.sealstream.core.verify.FaultSummary;
import io.sealstream.core.verify.Finding;
import io.sealstream.core.verify.FindingKind;
import io.sealstream.core.verify.Verdict;
import io.sealstream.core.verify.VerificationResult;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Reports as a run could have made them. */
final class Reports {
    private static final Source FILE = Source.file("payments.jsonl");
    private static final Source TOPIC = Source.topic("payments.sealed", "localhost:9092");
    private static final String NO_CHECKPOINT =
            "That the tail was not cut off, or rewritten as a whole: no checkpoint was given.";

    private Reports() {}

    static Report verified(@Nullable WrittenCheckpoint written) {
        return new Report(
                Verdict.VERIFIED,
                FILE,
                "payments",
                result(FaultSummary.NONE),
                List.of(),
                List.of("40 records: order, links, hashes."),
                List.of(),
                List.of(NotChecked.of(NO_CHECKPOINT, FaultKind.CHECKPOINT_TRUNCATED, FaultKind.CHECKPOINT_MISMATCH)),
                written,
                0,
                Duration.ofMillis(500));
    }

    static Report tampered(Fault... faults) {
        return tampered(new FaultSummary(List.of(faults), counts(faults), lowest(faults)));
    }

    static Report tampered(FaultSummary faults) {
        return new Report(
                Verdict.TAMPERED,
                TOPIC,
                "payments",
                result(faults),
                List.of(),
                List.of(),
                List.of(new Finding(
                        FindingKind.UNVERIFIED_CERTIFICATE, 3, new Sequence(7), "KEY_UNKNOWN: no such key")),
                List.of(),
                null,
                0,
                Duration.ofMillis(500));
    }

    static Report unreadable() {
        return new Report(
                Verdict.ERROR,
                TOPIC,
                "payments",
                null,
                List.of("no broker answered in time"),
                List.of(),
                List.of(),
                List.of(),
                null,
                0,
                Duration.ofSeconds(2));
    }

    static Report withReason(Verdict verdict, String reason) {
        return new Report(
                verdict,
                TOPIC,
                "payments",
                result(FaultSummary.NONE),
                List.of(reason),
                List.of(),
                List.of(),
                List.of(),
                null,
                0,
                Duration.ofSeconds(2));
    }

    static Fault fault(FaultKind kind, long sequence, String detail) {
        return new Fault(kind, new Sequence(sequence), sequence + 3, "aa", "bb", detail);
    }

    /** {@code count} faults, a sequence each. */
    static FaultSummary many(int count) {
        List<Fault> faults = LongStream.range(0, count)
                .mapToObj(sequence -> fault(FaultKind.SIGNATURE_INVALID, sequence, "it does not verify"))
                .toList();
        return new FaultSummary(faults, Map.of(FaultKind.SIGNATURE_INVALID, (long) count), Sequence.GENESIS);
    }

    private static VerificationResult result(FaultSummary faults) {
        return new VerificationResult(
                "payments", hash("1"), 40, 40, new Sequence(39), hash("2"), hash("3"), faults, List.of(), Set.of());
    }

    private static Hash hash(String digit) {
        return Hash.ofHex(digit.repeat(64));
    }

    private static Map<FaultKind, Long> counts(Fault... faults) {
        return List.of(faults).stream().collect(Collectors.groupingBy(Fault::kind, Collectors.counting()));
    }

    private static @Nullable Sequence lowest(Fault... faults) {
        return List.of(faults).stream()
                .map(Fault::sequence)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
