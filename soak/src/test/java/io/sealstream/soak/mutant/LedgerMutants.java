package io.sealstream.soak.mutant;

import io.sealstream.core.Bytes;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.soak.check.Answer;
import io.sealstream.soak.check.Evidence.Submitted;
import io.sealstream.soak.check.Invariant;
import io.sealstream.soak.check.Operation;
import java.util.Collections;
import java.util.List;

/** What a sealer could do wrong, or somebody to its topic. */
final class LedgerMutants {
    private LedgerMutants() {}

    static List<Mutant> all() {
        return List.of(
                Mutant.of("a record is missing", Invariant.GAPLESS, run -> run.sealed.remove(middle(run))),
                Mutant.of("a record is there twice", Invariant.GAPLESS, run -> {
                    int at = middle(run);
                    run.sealed.add(at, run.sealed.get(at));
                }),
                Mutant.of("neighbours are swapped", Invariant.GAPLESS, run -> {
                    int at = middle(run);
                    Collections.swap(run.sealed, at, at + 1);
                }),
                Mutant.of("a sequence is left out, the chain goes on", Invariant.GAPLESS, LedgerMutants::leaveOut),
                Mutant.of("a record is missing, the chain made anew", Invariant.ACKNOWLEDGED_ONCE, run -> {
                    run.sealed.remove(GoodRun.sequence(run.anySealed()));
                    run.chainAnew();
                }),
                Mutant.of("the last records are missing", Invariant.ACKNOWLEDGED_ONCE, run -> {
                    int from = GoodRun.sequence(run.anySealed());
                    run.sealed.subList(from, run.sealed.size()).clear();
                }),
                Mutant.of("a signature is another one", Invariant.CHAIN_AND_TREE, LedgerMutants::signAnother),
                Mutant.alone("a signature is another one, the chain made anew", Invariant.ACKNOWLEDGED_ONCE, run -> {
                    signAnother(run);
                    run.chainAnew();
                }),
                Mutant.alone("a payload is another one", Invariant.CHAIN_AND_TREE, LedgerMutants::otherPayload),
                Mutant.of("times are other ones, the chain made anew", Invariant.ACKNOWLEDGED_ONCE, run -> {
                    for (int at = GoodRun.sequence(run.anySealed()); at < run.sealed.size(); at++) {
                        SealedEvent old = run.sealed.get(at);
                        seal(run, at, old.certified(), old.sealedAtMs() + 1);
                    }
                    run.chainAnew();
                }),
                Mutant.alone("the time falls, and all were told so", Invariant.CHAIN_AND_TREE, run -> {
                    int at = middle(run);
                    seal(run, at, run.sealed.get(at).certified(), 1);
                    run.chainAnew();
                    run.tellAnew();
                }),
                Mutant.alone("what nobody knows of is sealed twice", Invariant.REFUSED_NEVER, run -> {
                    Operation unknown = run.any(each -> each.answer() instanceof Answer.Unknown && isOnlyOf(run, each));
                    sealAgain(run, sealedOf(run, unknown));
                }),
                Mutant.of("what was acknowledged is sealed twice", Invariant.ACKNOWLEDGED_ONCE, run -> {
                    sealAgain(run, run.sealed.get(GoodRun.sequence(run.anySealed())));
                }),
                Mutant.alone("what nobody submitted is sealed", Invariant.REFUSED_NEVER, run -> {
                    append(run, Events.event("nobody's", run.random));
                }),
                Mutant.alone(
                        "later events come before earlier ones", Invariant.REAL_TIME_ORDER, LedgerMutants::overtake));
    }

    /** Any but the first and the last. */
    private static int middle(GoodRun run) {
        return run.random.nextInt(1, run.sealed.size() - 1);
    }

    private static void seal(GoodRun run, int at, CertifiedEvent event, long sealedAtMs) {
        SealedEvent old = run.sealed.get(at);
        run.sealed.set(at, Chain.at(at, old.previousHash(), event, old.intake(), sealedAtMs));
    }

    private static void leaveOut(GoodRun run) {
        int from = middle(run);
        for (int at = from; at < run.sealed.size(); at++) {
            SealedEvent old = run.sealed.get(at);
            var previous = run.sealed.get(at - 1).eventHash();
            run.sealed.set(at, Chain.at(at + 1, previous, old.certified(), old.intake(), old.sealedAtMs()));
        }
    }

    private static void signAnother(GoodRun run) {
        int at = GoodRun.sequence(run.anySealed());
        SealedEvent old = run.sealed.get(at);
        run.sealed.set(at, with(old, Events.signed(old.event(), run.random)));
    }

    private static void otherPayload(GoodRun run) {
        int at = middle(run);
        SealedEvent old = run.sealed.get(at);
        Event event = old.event();
        Payload stated = event.payload();
        Payload other =
                new Payload("", stated.length(), stated.commitment(), stated.salt(), Bytes.utf8("another payload"));
        Event changed = new Event(
                event.eventId(),
                event.eventType(),
                event.occurredAtMs(),
                event.sealBeforeMs(),
                other,
                event.metadata());
        run.sealed.set(at, with(old, new CertifiedEvent(changed, old.certificate())));
    }

    /** Stored as the record says, whatever its hash is. */
    private static SealedEvent with(SealedEvent old, CertifiedEvent event) {
        return new SealedEvent(
                old.sequence(), old.previousHash(), old.eventHash(), old.sealedAtMs(), old.intake(), event);
    }

    private static boolean isOnlyOf(GoodRun run, Operation operation) {
        return run.isAlone(operation) && run.sealed.stream().anyMatch(each -> isOf(each, operation));
    }

    private static SealedEvent sealedOf(GoodRun run, Operation operation) {
        return run.sealed.stream()
                .filter(each -> isOf(each, operation))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isOf(SealedEvent sealed, Operation operation) {
        return sealed.event().eventId().value().equals(operation.eventId());
    }

    private static void sealAgain(GoodRun run, SealedEvent sealed) {
        append(run, sealed.certified());
    }

    private static void append(GoodRun run, CertifiedEvent event) {
        long offset = run.intake.getLast().offset() + 1;
        run.intake.add(new Submitted(offset, event.event().eventId().value()));
        long now = run.sealed.getLast().sealedAtMs();
        run.sealed.add(Chain.next(run.sealed, event, IntakePosition.at(offset), now));
    }

    /** Two events change places, in the intake too, and everybody was told the places that they have now. */
    private static void overtake(GoodRun run) {
        Operation first = run.any(
                each -> each.answer() instanceof Answer.Sealed && run.isAlone(each) && follower(run, each) >= 0);
        int a = GoodRun.sequence(first);
        int b = follower(run, first);
        SealedEvent one = run.sealed.get(a);
        SealedEvent other = run.sealed.get(b);
        seal(run, a, other.certified(), one.sealedAtMs());
        seal(run, b, one.certified(), other.sealedAtMs());
        run.intake.replaceAll(record -> record.offset() == one.intake().offset()
                ? new Submitted(record.offset(), other.event().eventId().value())
                : record.offset() == other.intake().offset()
                        ? new Submitted(record.offset(), one.event().eventId().value())
                        : record);
        run.chainAnew();
        run.tellAnew();
    }

    /** The sequence of one that was sent after {@code first} was answered, alone, without deadline; -1 for none. */
    private static int follower(GoodRun run, Operation first) {
        return run.operations.stream()
                .filter(each -> each.answer() instanceof Answer.Sealed
                        && each.sentAt() > first.answer().at())
                .filter(each -> each.deadlineMs() == 0 && first.deadlineMs() == 0 && run.isAlone(each))
                .mapToInt(GoodRun::sequence)
                .findFirst()
                .orElse(-1);
    }
}
