package io.sealstream.gateway.limit;

/**
 * A caller asks for more than may be had now.
 *
 * @param reason for programs, in capitals
 * @param detail one line for people: what is too much, and what to do
 */
public record Excess(String reason, String detail) {}
