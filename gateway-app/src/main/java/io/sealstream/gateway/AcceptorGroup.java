package io.sealstream.gateway;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The thread that accepts connections. It ends when it is told to: those that Netty makes wait two seconds for work that
 * might still come, and after the last connection none does.
 */
final class AcceptorGroup extends MultiThreadIoEventLoopGroup {
    private static final long LIMIT_SECONDS = 15;

    AcceptorGroup(String name) {
        super(1, Thread.ofPlatform().name(name).daemon().factory(), NioIoHandler.newFactory());
    }

    @Override
    public Future<?> shutdownGracefully() {
        return shutdownGracefully(0, LIMIT_SECONDS, TimeUnit.SECONDS);
    }
}
