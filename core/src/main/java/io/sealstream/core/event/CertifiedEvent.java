package io.sealstream.core.event;

import io.sealstream.core.Hash;
import io.sealstream.core.event.CertificateVerifier.Answer;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An event with the certificate that its producer gave it: authenticated, not yet ordered. A value. */
public final class CertifiedEvent {
    private final Event event;
    private final @Nullable Certificate certificate;
    /** Taken when it is first asked for. Two threads may both take it: it is the same. */
    private @Nullable Hash certificateDigest;
    /** To the question that was asked last; most are asked again and again, by sealer and follower. */
    private volatile @Nullable Answered answered;

    private record Answered(Object question, Answer answer) {}

    /** @param certificate null where the producer gave none */
    public CertifiedEvent(Event event, @Nullable Certificate certificate) {
        this.event = event;
        this.certificate = certificate;
    }

    public Event event() {
        return event;
    }

    /** Null where the producer gave none. */
    public @Nullable Certificate certificate() {
        return certificate;
    }

    /** The digest of the certificate, or 32 zero bytes where there is none. */
    public Hash certificateDigest() {
        if (certificate == null) {
            return Hash.ZERO;
        }
        Hash taken = certificateDigest;
        if (taken == null) {
            taken = certificate.digest();
            certificateDigest = taken;
        }
        return taken;
    }

    /** @param work finds the answer where {@code question} was not the last one */
    Answer answer(Object question, Supplier<Answer> work) {
        Answered last = answered;
        if (last != null && last.question().equals(question)) {
            return last.answer();
        }
        Answer answer = work.get();
        answered = new Answered(question, answer);
        return answer;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CertifiedEvent that
                && event.equals(that.event)
                && Objects.equals(certificate, that.certificate);
    }

    @Override
    public int hashCode() {
        return Objects.hash(event, certificate);
    }

    @Override
    public String toString() {
        return "CertifiedEvent[event=" + event + ", certificate=" + certificate + ']';
    }
}
