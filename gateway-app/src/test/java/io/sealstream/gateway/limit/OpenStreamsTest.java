package io.sealstream.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.sealstream.gateway.access.Caller;
import io.sealstream.gateway.limit.OpenStreams.Place;
import java.net.InetAddress;
import javax.security.auth.x500.X500Principal;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class OpenStreamsTest {
    private static final Caller TILL = new Caller.Certified(new X500Principal("CN=till"));
    private static final Caller OTHER = new Caller.Anonymous(InetAddress.getLoopbackAddress());

    private final OpenStreams streams = new OpenStreams(3, 2);

    @Test
    void oneCallerHasNoMoreThanItsShare() {
        take(TILL);
        take(TILL);

        assertFull(streams.take(TILL), "CN=till");
        take(OTHER);
    }

    @Test
    void allTogetherHaveNoMoreThanTheMost() {
        take(TILL);
        take(TILL);
        take(OTHER);

        assertFull(streams.take(OTHER), "3 open streams");
    }

    @Test
    void whoeverLeavesMakesRoom() {
        Runnable leave = take(TILL);
        take(TILL);

        leave.run();

        take(TILL);
        assertThat(streams.count()).isEqualTo(2);
    }

    private Runnable take(Caller caller) {
        return ((Place.Taken) streams.take(caller)).leave();
    }

    private static void assertFull(Place place, String detail) {
        assertThat(place)
                .asInstanceOf(InstanceOfAssertFactories.type(Place.Full.class))
                .satisfies(full -> {
                    assertThat(full.excess().reason()).isEqualTo("TOO_MANY_STREAMS");
                    assertThat(full.excess().detail()).contains(detail);
                });
    }
}
