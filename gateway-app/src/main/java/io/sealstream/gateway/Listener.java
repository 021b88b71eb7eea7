package io.sealstream.gateway;

import java.net.InetSocketAddress;

/** An address to listen at, {@code host:port}; a host with colons stands in brackets. */
record Listener(InetSocketAddress address) {
    /** @throws IllegalArgumentException where it is none */
    static Listener parse(String text) {
        int colon = text.lastIndexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException("no port in " + text);
        }
        String host = text.substring(0, colon).replaceAll("^\\[(.*)]$", "$1");
        return new Listener(new InetSocketAddress(host, Integer.parseInt(text.substring(colon + 1))));
    }

    /** Whether only this machine can reach it. */
    boolean isLoopback() {
        return !address.isUnresolved() && address.getAddress().isLoopbackAddress();
    }

    @Override
    public String toString() {
        return address.getHostString() + ':' + address.getPort();
    }
}
