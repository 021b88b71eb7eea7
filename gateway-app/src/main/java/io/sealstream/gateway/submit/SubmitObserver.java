package io.sealstream.gateway.submit;

import java.time.Duration;

/** Hears what submitters are told. */
public interface SubmitObserver {
    /** Must be quick. */
    void answered(Answer answer, Duration took);
}
