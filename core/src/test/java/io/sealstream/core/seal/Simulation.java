package io.sealstream.core.seal;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.core.Bytes;
import io.sealstream.core.control.Certification;
import io.sealstream.core.control.ControlEvent;
import io.sealstream.core.control.ControlPayload;
import io.sealstream.core.control.Genesis;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.SealedEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A sealer between hostile producers and a clock that is not steady, which is killed again and again: what it did since its
 * last commit is then gone, and it goes on from what was committed, as the bytes of a head and the sealed records.
 */
final class Simulation {
    /** A record, when it was judged, and what became of it. */
    record Judged(Attempt attempt, IntakeRecord record, long nowMs, Outcome outcome, Optional<SealedEvent> note) {
        /** What it adds to the sealed topic. */
        Stream<SealedEvent> sealed() {
            return outcome instanceof Outcome.Sealed sealed
                    ? Stream.concat(Stream.of(sealed.event()), note.stream())
                    : Stream.empty();
        }
    }

    final long seed;
    final Certification certification;
    final List<Judged> judged = new ArrayList<>();
    private final SplittableRandom random;
    private final SealedEvent genesis;
    private final SimulatedWorld world;
    private final SimulatedProducers producers;
    private final Map<EventId, EventIndex.Entry> index = new HashMap<>();
    private final Sealer sealer = new Sealer(
            TestLedger.SHA_256,
            id -> Optional.ofNullable(index.get(id)),
            TestLedger.CERTIFICATES,
            SealingLimits.DEFAULT,
            SimulatedPolicy.POLICY);
    private SealerState state;
    private Bytes committedHead;
    private int committed;
    private long nowMs = TestLedger.CREATED_AT_MS;
    private long offset;

    Simulation(long seed, Certification certification) {
        this.seed = seed;
        this.certification = certification;
        this.random = new SplittableRandom(seed);
        this.genesis = GenesisRecord.of(TestLedger.genesis(certification), TestLedger.SHA_256);
        this.world = new SimulatedWorld(random.split(), genesis.eventHash());
        this.producers = new SimulatedProducers(world);
        this.committedHead =
                LedgerHead.atGenesis(genesis.eventHash(), genesis.sealedAtMs()).encode();
        this.state = replay(0);
    }

    Simulation run(int records) {
        for (int i = 0; i < records; i++) {
            Attempt attempt = producers.next();
            if (judge(attempt, offset) instanceof Outcome.Sealed sealed) {
                world.learn(sealed.event().certified());
            }
            // Transaction markers take offsets too.
            offset += random.nextInt(10) == 0 ? 2 : 1;
            if (random.nextInt(8) == 0) {
                commit();
            }
            if (random.nextInt(40) == 0) {
                killAndRestart();
            }
        }
        return this;
    }

    /** The sealed topic, from the genesis. */
    List<SealedEvent> ledger() {
        return ledger(judged.size());
    }

    /** Judges every record again with a sealer that was never killed. */
    Simulation replayed() {
        Simulation replay = new Simulation(seed, certification);
        judged.forEach(j -> {
            replay.nowMs = j.nowMs();
            replay.judgeNow(j.attempt(), j.record());
        });
        return replay;
    }

    SealerState state() {
        return state;
    }

    private Outcome judge(Attempt attempt, long at) {
        // Mostly on, at times back, but never further than a clock may lag.
        nowMs += random.nextInt(20) == 0 ? -random.nextInt(2_000) : random.nextInt(300);
        return judgeNow(attempt, attempt.at(at, nowMs));
    }

    private Outcome judgeNow(Attempt attempt, IntakeRecord record) {
        SealingStep step = sealer.seal(state, record, nowMs);
        state = step.next();
        Judged made = new Judged(attempt, record, nowMs, step.outcome(), Optional.ofNullable(step.note()));
        made.sealed().forEach(this::remember);
        judged.add(made);
        return step.outcome();
    }

    private void commit() {
        committed = judged.size();
        committedHead = state.head().encode();
    }

    /** The records since the last commit come again, in the same order, and later. */
    private void killAndRestart() {
        List<Judged> aborted = List.copyOf(judged.subList(committed, judged.size()));
        judged.subList(committed, judged.size()).clear();
        state = replay(committed);
        for (Judged before : aborted) {
            Outcome again = judge(before.attempt(), before.record().offset());
            assertThat(again).as("%s, killed", this).hasSameClassAs(before.outcome());
        }
    }

    /** The state behind the first {@code count} outcomes, from nothing but the sealed records and the bytes of the head. */
    private SealerState replay(int count) {
        index.clear();
        remember(genesis);
        KeyRegister keys = KeyRegister.of(TestLedger.genesis(certification));
        for (SealedEvent record : ledger(count).subList(1, ledger(count).size())) {
            remember(record);
            if (record.event().eventType().isControl()
                    && ControlPayload.read(record.event()) instanceof ControlPayload.Valid(ControlEvent control)) {
                keys = keys.replay(control);
            }
        }
        Genesis settings = TestLedger.genesis(certification);
        return new SealerState(
                LedgerSettings.of(genesis, settings),
                LedgerHead.decode(committedHead),
                keys,
                settings.topics(),
                settings.topics());
    }

    private void remember(SealedEvent event) {
        index.put(
                event.event().eventId(),
                new EventIndex.Entry(event.sequence(), event.event().digest()));
    }

    private List<SealedEvent> ledger(int count) {
        List<SealedEvent> records = new ArrayList<>(List.of(genesis));
        judged.subList(0, count).stream().flatMap(Judged::sealed).forEach(records::add);
        return records;
    }

    @Override
    public String toString() {
        return "seed " + seed + ", certificates " + certification.jsonName();
    }
}
