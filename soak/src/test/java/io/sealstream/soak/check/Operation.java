package io.sealstream.soak.check;

/**
 * One submission. Places are line numbers of the history, which are written before an event is sent and after its answer
 * came: an answer at a lower place than a submission was there before that was sent, whatever clocks say.
 *
 * @param eventDigest lower-case hex
 * @param deadlineMs until when it may be sealed, by the ledger's time; 0 for no limit
 * @param sentAt its place in the history
 */
public record Operation(
        int number, String eventId, String eventDigest, Purpose purpose, long deadlineMs, int sentAt, Answer answer) {

    /** Two submissions of the same event have the same identity. */
    EventIdentity identity() {
        return new EventIdentity(eventId, eventDigest);
    }

    public Operation answered(Answer other) {
        return new Operation(number, eventId, eventDigest, purpose, deadlineMs, sentAt, other);
    }
}
