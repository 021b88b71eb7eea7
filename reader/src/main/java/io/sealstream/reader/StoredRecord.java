package io.sealstream.reader;

import io.sealstream.core.verify.LedgerRecord;

/** A record as it is stored. To decode it is most of the work of reading it, and any thread may do it. */
public interface StoredRecord {
    /** About how much memory it holds on to, in bytes, before it is decoded. */
    long size();

    /** Whatever it turns out to be. */
    LedgerRecord decode();
}
