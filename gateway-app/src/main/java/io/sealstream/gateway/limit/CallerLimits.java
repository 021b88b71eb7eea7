package io.sealstream.gateway.limit;

/** What callers may ask for, as it is counted while a gateway runs. */
public record CallerLimits(CallRates rates, OpenStreams streams) {
    public static CallerLimits of(Limits limits) {
        return new CallerLimits(
                new CallRates(limits.rate(), System::nanoTime),
                new OpenStreams(limits.streams(), limits.streamsOfOne()));
    }
}
