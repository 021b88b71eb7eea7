package io.sealstream.soak.mutant;

import io.sealstream.soak.check.Evidence;
import io.sealstream.soak.check.Evidence.Recovery;
import io.sealstream.soak.check.Evidence.Report;
import io.sealstream.soak.check.Evidence.TopicRecord;
import io.sealstream.soak.check.Invariant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What topic, export file and verifier could disagree on, and a sealer that never came back. */
final class EvidenceMutants {
    private EvidenceMutants() {}

    static List<Mutant> all() {
        return List.of(
                topic("a key is another one", Invariant.GAPLESS, (topic, at) -> {
                    topic.set(at, new TopicRecord(at + 1, topic.get(at).line()));
                }),
                topic("a tombstone", Invariant.GAPLESS, (topic, at) -> topic.set(at, new TopicRecord(at, null))),
                export("the export file lacks a record", export -> export.subList(0, export.size() - 1)),
                export("the export file has another record", export -> {
                    List<String> other = new ArrayList<>(export);
                    other.set(1, export.getFirst());
                    return other;
                }),
                report("the verifier finds it tampered with", Invariant.SAME_EVERYWHERE, good -> {
                    return new Report("TAMPERED", good.size(), good.head(), good.root());
                }),
                report("the verifier saw fewer records", Invariant.SAME_EVERYWHERE, good -> {
                    return new Report(good.verdict(), good.size() - 1, good.head(), good.root());
                }),
                report("the verifier saw another head", Invariant.SAME_EVERYWHERE, good -> {
                    return new Report(good.verdict(), good.size(), good.root(), good.root());
                }),
                report("the verifier has another root", Invariant.CHAIN_AND_TREE, good -> {
                    return new Report(good.verdict(), good.size(), good.head(), good.head());
                }),
                changed("nothing was sealed any more", Invariant.PROGRESS, good -> {
                    List<Recovery> late =
                            List.of(new Recovery("a kill", good.bound().plus(Duration.ofMillis(1))));
                    return with(good, good.sealed(), good.export(), good.report(), late);
                }));
    }

    private static Mutant topic(String name, Invariant breaks, BiConsumer<List<TopicRecord>, Integer> change) {
        return new Mutant(name, breaks, false, run -> {
            Evidence good = run.evidence();
            List<TopicRecord> topic = new ArrayList<>(good.sealed());
            change.accept(topic, run.random.nextInt(topic.size()));
            return with(good, topic, good.export(), good.report(), good.recoveries());
        });
    }

    private static Mutant export(String name, UnaryOperator<List<String>> change) {
        return changed(
                name,
                Invariant.SAME_EVERYWHERE,
                good -> with(good, good.sealed(), change.apply(good.export()), good.report(), good.recoveries()));
    }

    private static Mutant report(String name, Invariant breaks, UnaryOperator<Report> change) {
        return changed(
                name,
                breaks,
                good -> with(good, good.sealed(), good.export(), change.apply(good.report()), good.recoveries()));
    }

    private static Mutant changed(String name, Invariant breaks, UnaryOperator<Evidence> change) {
        Function<GoodRun, Evidence> mutate = run -> change.apply(run.evidence());
        return new Mutant(name, breaks, true, mutate);
    }

    private static Evidence with(
            Evidence good, List<TopicRecord> topic, List<String> export, Report report, List<Recovery> recoveries) {
        return new Evidence(
                good.operations(),
                good.preparation(),
                good.intake(),
                topic,
                good.rejected(),
                export,
                report,
                recoveries,
                good.bound());
    }
}
