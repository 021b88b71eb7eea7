package io.sealstream.soak.mutant;

import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.merkle.MerkleTree;
import io.sealstream.schema.LedgerJson;
import io.sealstream.soak.check.Answer;
import io.sealstream.soak.check.Evidence;
import io.sealstream.soak.check.Evidence.Recovery;
import io.sealstream.soak.check.Evidence.Rejection;
import io.sealstream.soak.check.Evidence.Report;
import io.sealstream.soak.check.Evidence.Submitted;
import io.sealstream.soak.check.Evidence.TopicRecord;
import io.sealstream.soak.check.Operation;
import io.sealstream.soak.check.Purpose;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** A run in which all went well, in lists that a mutant changes; {@link #evidence()} is what it would have left behind. */
final class GoodRun {
    final List<Operation> operations = new ArrayList<>();
    final List<Submitted> intake = new ArrayList<>();
    final List<SealedEvent> sealed = new ArrayList<>();
    final List<Rejection> rejected = new ArrayList<>();
    final RandomGenerator random;

    GoodRun(RandomGenerator random) {
        this.random = random;
    }

    static Answer.Sealed told(int at, SealedEvent sealed) {
        return new Answer.Sealed(
                at, sealed.sequence().value(), sealed.eventHash().hex());
    }

    /** Any one of them, by the seed. */
    Operation any(Predicate<Operation> wanted) {
        List<Operation> those = operations.stream().filter(wanted).toList();
        return those.get(random.nextInt(those.size()));
    }

    Operation anySealed() {
        return any(each -> each.answer() instanceof Answer.Sealed);
    }

    Rejection anyRejection() {
        return rejected.get(random.nextInt(rejected.size()));
    }

    static int sequence(Operation operation) {
        return operation.answer() instanceof Answer.Sealed told ? Math.toIntExact(told.sequence()) : -1;
    }

    /** Whether nobody else submitted its event id. */
    boolean isAlone(Operation operation) {
        return operations.stream()
                        .filter(each -> each.eventId().equals(operation.eventId()))
                        .count()
                == 1;
    }

    void replace(Operation operation, Answer answer) {
        operations.set(operations.indexOf(operation), operation.answered(answer));
    }

    /** It was meant in another way, and had another deadline. */
    void mean(Operation operation, Purpose purpose, long deadlineMs) {
        operations.set(
                operations.indexOf(operation),
                new Operation(
                        operation.number(),
                        operation.eventId(),
                        operation.eventDigest(),
                        purpose,
                        deadlineMs,
                        operation.sentAt(),
                        operation.answer()));
    }

    /** Everything again, from the first record on, with sequences and hashes that fit. */
    void chainAnew() {
        List<SealedEvent> anew = Chain.anew(sealed);
        sealed.clear();
        sealed.addAll(anew);
    }

    /** Whoever was told where an event is, was told what the ledger has now. */
    void tellAnew() {
        operations.replaceAll(operation -> sealed.stream()
                .filter(each -> operation.answer() instanceof Answer.Sealed
                        && each.event().eventId().value().equals(operation.eventId()))
                .findFirst()
                .map(each -> operation.answered(told(operation.answer().at(), each)))
                .orElse(operation));
    }

    Evidence evidence() {
        List<TopicRecord> topic = sealed.stream()
                .map(each -> new TopicRecord(each.sequence().value(), LedgerJson.write(each)))
                .toList();
        List<String> export = sealed.stream().map(LedgerJson::write).toList();
        return new Evidence(
                operations,
                1,
                intake,
                topic,
                rejected,
                export,
                report(),
                List.of(new Recovery("a kill", Duration.ofSeconds(3))),
                Duration.ofSeconds(30));
    }

    private Report report() {
        MerkleTree tree = new MerkleTree();
        sealed.forEach(each -> tree.append(each.header(HashAlgorithm.SHA_256).leafHash()));
        return new Report(
                "VERIFIED",
                sealed.size(),
                sealed.getLast().eventHash().hex(),
                tree.root(sealed.size()).hex());
    }
}
