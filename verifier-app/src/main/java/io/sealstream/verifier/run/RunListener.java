package io.sealstream.verifier.run;

import io.sealstream.core.verify.Fault;
import java.util.List;

/** Is told of a run while it goes on, on one thread at a time. */
@FunctionalInterface
public interface RunListener {
    RunListener NONE = (records, faults) -> {};

    /**
     * @param records how many more were judged; 0 for faults that only the whole shows
     * @param faults all faults of these records
     */
    void judged(int records, List<Fault> faults);
}
