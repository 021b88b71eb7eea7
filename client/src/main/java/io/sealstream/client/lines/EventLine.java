package io.sealstream.client.lines;

import io.sealstream.core.event.Event;

/**
 * An event as it was read.
 *
 * @param number of its line, from 1
 */
public record EventLine(long number, Event event) {}
