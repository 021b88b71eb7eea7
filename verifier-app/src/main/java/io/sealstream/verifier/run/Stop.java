package io.sealstream.verifier.run;

import org.jspecify.annotations.Nullable;

/** The wish of another thread that a run end early, as when a signal came. A run that has read everything ignores it. */
public final class Stop {
    private @Nullable Thread reader;
    private boolean isAsked;

    /** Any thread may ask, and again. */
    public synchronized void ask() {
        if (!isAsked) {
            isAsked = true;
            interruptReader();
        }
    }

    synchronized boolean isAsked() {
        return isAsked;
    }

    /** From here to {@link #endReading} the calling thread is interrupted when someone asks: it may be waiting for a broker. */
    synchronized void beginReading() {
        reader = Thread.currentThread();
        if (isAsked) {
            interruptReader();
        }
    }

    /** After this nothing disturbs the calling thread, which has files to write. */
    synchronized void endReading() {
        reader = null;
        boolean unused = Thread.interrupted();
    }

    private void interruptReader() {
        if (reader != null) {
            reader.interrupt();
        }
    }
}
