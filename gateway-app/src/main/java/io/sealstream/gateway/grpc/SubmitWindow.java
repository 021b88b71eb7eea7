package io.sealstream.gateway.grpc;

/**
 * How many events of a stream may still come: so that those without an answer that was taken are no more than a number, and
 * have no more bytes than a few messages of the longest kind. Of what is asked for and has not come, each may be of that.
 */
final class SubmitWindow {
    /** Of the longest messages: as many bytes may be held for one stream. */
    static final int LONGEST = 16;

    private final int size;
    private final int maxMessageBytes;
    private int expected;
    private int held;
    private long heldBytes;
    /** Of those held. */
    private int answered;

    private long answeredBytes;

    /**
     * @param size events that are held at most, at least 1
     * @param maxMessageBytes of one event
     */
    SubmitWindow(int size, int maxMessageBytes) {
        this.size = size;
        this.maxMessageBytes = maxMessageBytes;
    }

    /** One that was asked for came. */
    void came(int bytes) {
        expected--;
        held++;
        heldBytes += bytes;
    }

    /** One that is held was answered, and is held until the answer is taken. */
    void answered(int bytes) {
        answered++;
        answeredBytes += bytes;
    }

    /** All answers so far were taken. */
    void taken() {
        held -= answered;
        heldBytes -= answeredBytes;
        answered = 0;
        answeredBytes = 0;
    }

    /** How many more are to be asked for now, 0 or more; they count as asked for. */
    int wanted() {
        long byBytes = LONGEST - Math.ceilDiv(heldBytes, maxMessageBytes);
        int wanted = (int) Math.max(0, Math.min(size - held, byBytes) - expected);
        expected += wanted;
        return wanted;
    }
}
