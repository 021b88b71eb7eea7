package io.sealstream.core.verify;

/** What is worth telling about a ledger and changes no verdict. */
public enum FindingKind {
    /** Where certification is recorded: an ordinary event's certificate that does not verify. */
    UNVERIFIED_CERTIFICATE,
    /** Where certification is recorded: a signature of a scheme that Sealstream does not know. */
    OPAQUE_CERTIFICATE,
    /** A setting of a topic that endangers the ledger. */
    TOPIC_SETTING,
    /** The genesis gives the ledger another name than the one that it was asked for by. */
    OTHER_LEDGER
}
