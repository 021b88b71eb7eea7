package io.sealstream.soak.mutant;

import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.soak.check.Answer;
import io.sealstream.soak.check.Evidence.Rejection;
import io.sealstream.soak.check.Evidence.Submitted;
import io.sealstream.soak.check.Purpose;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/** Submitters that send at random, a sealer that is slow at random, and answers that come late or never; from a seed. */
final class SimulatedRun {
    private static final int STEPS = 600;
    private static final List<Purpose> PURPOSES =
            List.of(Purpose.PLAIN, Purpose.PLAIN, Purpose.PLAIN, Purpose.BOUNDED, Purpose.INVALID, Purpose.FORGED);

    private final SplittableRandom random;
    private final GoodRun run;
    private final Map<String, SealedEvent> index = new HashMap<>();
    private final List<Attempt> attempts = new ArrayList<>();
    private final Queue<Attempt> unsealed = new ArrayDeque<>();
    private final List<Told> untold = new ArrayList<>();
    private long intakeOffset;
    private int place;

    /** An attempt with the answer that its place is still missing of. */
    private record Told(Attempt attempt, IntFunction<Answer> answer) {}

    private SimulatedRun(long seed) {
        random = new SplittableRandom(seed);
        run = new GoodRun(new SplittableRandom(seed));
        run.sealed.add(Chain.next(run.sealed, Events.event("sealstream.genesis", random), IntakePosition.NONE, now()));
    }

    static GoodRun of(long seed) {
        SimulatedRun simulated = new SimulatedRun(seed);
        for (int step = 0; step < STEPS; step++) {
            simulated.step();
        }
        while (!simulated.unsealed.isEmpty()) {
            simulated.seal();
        }
        while (!simulated.untold.isEmpty()) {
            simulated.tell();
        }
        return simulated.run;
    }

    private void step() {
        switch (random.nextInt(3)) {
            case 0 -> send();
            case 1 -> seal();
            default -> tell();
        }
    }

    private long now() {
        return 1_800_000_000_000L + place;
    }

    private void send() {
        Attempt attempt = attempt();
        attempts.add(attempt);
        if (random.nextInt(20) == 0) {
            untold.add(new Told(attempt, Answer.Unknown::new));
        } else {
            run.intake.add(new Submitted(intakeOffset + unsealed.size(), attempt.eventId()));
            unsealed.add(attempt);
        }
    }

    private Attempt attempt() {
        int number = attempts.size();
        if (number > 0 && random.nextInt(4) == 0) {
            Attempt earlier = attempts.get(random.nextInt(number));
            CertifiedEvent event = random.nextBoolean() && earlier.purpose() == Purpose.PLAIN
                    ? Events.event(earlier.eventId(), random)
                    : earlier.event();
            return new Attempt(number, event, earlier.purpose(), earlier.deadlineMs(), place++);
        }
        Purpose purpose = PURPOSES.get(random.nextInt(PURPOSES.size()));
        long deadline = purpose == Purpose.BOUNDED ? now() + random.nextInt(20) : 0;
        return new Attempt(number, Events.event("event-" + number, random), purpose, deadline, place++);
    }

    private void seal() {
        Attempt attempt = unsealed.poll();
        if (attempt == null) {
            return;
        }
        long offset = intakeOffset++;
        IntFunction<Answer> answer = outcome(attempt, offset);
        boolean isLost = random.nextInt(10) == 0;
        untold.add(new Told(attempt, isLost ? Answer.Unknown::new : answer));
    }

    private IntFunction<Answer> outcome(Attempt attempt, long offset) {
        SealedEvent earlier = index.get(attempt.eventId());
        if (attempt.purpose() == Purpose.INVALID) {
            return rejected(attempt, offset, "INVALID");
        }
        if (earlier != null) {
            boolean isSame =
                    earlier.event().digest().equals(attempt.event().event().digest());
            long original = earlier.sequence().value();
            IntFunction<Answer> refused = rejected(attempt, offset, isSame ? "DUPLICATE" : "EVENT_ID_CONFLICT");
            return isSame ? at -> new Answer.Duplicate(at, original) : refused;
        }
        if (attempt.deadlineMs() != 0 && attempt.deadlineMs() < now()) {
            return rejected(attempt, offset, "EXPIRED");
        }
        if (attempt.purpose() == Purpose.FORGED) {
            return rejected(attempt, offset, "SIGNATURE_INVALID");
        }
        SealedEvent sealed = Chain.next(run.sealed, attempt.event(), IntakePosition.at(offset), now());
        run.sealed.add(sealed);
        index.put(attempt.eventId(), sealed);
        return at -> GoodRun.told(at, sealed);
    }

    private IntFunction<Answer> rejected(Attempt attempt, long offset, String reason) {
        run.rejected.add(new Rejection(offset, attempt.eventId(), reason, now()));
        return at -> new Answer.Rejected(at, reason);
    }

    private void tell() {
        if (!untold.isEmpty()) {
            Told told = untold.remove(random.nextInt(untold.size()));
            run.operations.add(told.attempt().answered(told.answer().apply(place++)));
        }
    }
}
