package io.sealstream.reader;

/**
 * The offsets of a topic's one partition at a moment: from where its log starts up to its high watermark, half-open. Not
 * each of them has a record: transaction markers take offsets too, and compaction leaves gaps.
 */
public record TopicRange(long start, long end) {}
