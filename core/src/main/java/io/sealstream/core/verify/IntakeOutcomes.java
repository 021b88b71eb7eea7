package io.sealstream.core.verify;

/** The port to the memory of which intake records have had an outcome: a word for each offset of the intake. */
public interface IntakeOutcomes {
    /**
     * What was put last for {@code offset}; 0 where nothing was, or where it was not kept.
     *
     * @param offset 0 or more
     */
    long find(long offset);

    /**
     * Keeps {@code word} in the place of what was there. Offsets come in any order, and from whoever may write the ledger's
     * topics: where there is no room for such ones, they are not kept.
     *
     * @param word never 0
     */
    void put(long offset, long word);

    /** Whether everything that was put for {@code offset} was kept, so that finding nothing says that nothing was. */
    boolean keeps(long offset);
}
