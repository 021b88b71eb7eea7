package io.sealstream.gateway.limit;

/**
 * How much callers may ask for.
 *
 * @param rate calls and submitted events a second of each caller, and as many at once; 0 for any
 * @param streams that are open, of all callers together
 * @param streamsOfOne that are open, of each caller
 */
public record Limits(int rate, int streams, int streamsOfOne) {}
