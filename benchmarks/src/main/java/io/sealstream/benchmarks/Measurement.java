package io.sealstream.benchmarks;

import java.util.List;
import java.util.Map;

/** One thing that is measured. */
interface Measurement {
    /** What it gives, in the order in which people read it. */
    List<Figure> figures();

    /**
     * Measures once. Whatever it makes has names that were not used before, so runs do not disturb each other.
     *
     * @return a value for each figure; none for one that could not be measured here, about which {@code bench} was told
     */
    Map<Figure, Double> run(Bench bench) throws Exception;
}
