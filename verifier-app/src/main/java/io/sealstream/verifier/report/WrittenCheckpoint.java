package io.sealstream.verifier.report;

/**
 * A checkpoint that a run has left behind.
 *
 * @param file where
 * @param vkey what others need to trust it, in C2SP's text form
 */
public record WrittenCheckpoint(String file, String vkey) {}
