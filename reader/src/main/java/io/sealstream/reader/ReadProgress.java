package io.sealstream.reader;

/**
 * How much of a reader's way is done, for a progress display.
 *
 * @param done 0 to {@code total}, in offsets or bytes: of use only as a share
 */
public record ReadProgress(long done, long total) {}
