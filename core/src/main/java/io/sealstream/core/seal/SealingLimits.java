package io.sealstream.core.seal;

import io.sealstream.core.event.BatchProof;
import io.sealstream.core.event.Certificate;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.Text;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * How large a record this sealer takes. Not a rule of the ledger: another sealer may take more.
 *
 * @param maxPayloadBytes of an inline payload
 * @param maxSealedBytes of the whole encoded sealed record, which must fit the topics
 * @param maxRejectedBytes of key and of value that a rejected record keeps, each
 */
public record SealingLimits(int maxPayloadBytes, int maxSealedBytes, int maxRejectedBytes) {
    public static final SealingLimits DEFAULT = new SealingLimits(900 * 1024, 1024 * 1024, 64 * 1024);

    /** Longer than the encodings of all fields of fixed size, with their tags and lengths. */
    private static final int FIXED_BYTES = 512;

    private static final int PER_ENTRY_BYTES = 10;

    /** Of one char, at most; so the length of most texts need not be known exactly. */
    private static final int MAX_UTF8_BYTES = 3;

    /** What is too large about {@code certified}, naming the field, or empty. */
    Optional<String> violation(CertifiedEvent certified) {
        var inline = certified.event().payload().inline();
        if (inline != null && inline.length() > maxPayloadBytes) {
            return Optional.of(tooLong("payload", inline.length(), maxPayloadBytes));
        }
        Certificate certificate = certified.certificate();
        if (certificate != null) {
            if (certificate.signature().length() > Certificate.MAX_SIGNATURE_BYTES) {
                return Optional.of(
                        tooLong("signature", certificate.signature().length(), Certificate.MAX_SIGNATURE_BYTES));
            }
            BatchProof batch = certificate.batch();
            if (batch != null && batch.path().size() > BatchProof.MAX_PATH) {
                return Optional.of("the certificate's path has " + batch.path().size() + " hashes, at most "
                        + BatchProof.MAX_PATH + " are taken");
            }
        }
        if (maxEncodedBytes(certified, text -> MAX_UTF8_BYTES * text.length()) <= maxSealedBytes) {
            return Optional.empty();
        }
        long sealed = maxEncodedBytes(certified, Text::length);
        return sealed > maxSealedBytes
                ? Optional.of(tooLong(
                        "the sealed record (payload, metadata and certificate together)", sealed, maxSealedBytes))
                : Optional.empty();
    }

    /**
     * An upper bound of the encoded size, so that nothing is encoded only to be measured.
     *
     * @param lengths of texts, in UTF-8
     */
    private static long maxEncodedBytes(CertifiedEvent certified, ToIntFunction<String> lengths) {
        var event = certified.event();
        long bytes = (long) FIXED_BYTES
                + lengths.applyAsInt(event.eventId().value())
                + lengths.applyAsInt(event.eventType().value())
                + lengths.applyAsInt(event.payload().ref())
                + event.payload().salt().length();
        var inline = event.payload().inline();
        bytes += inline == null ? 0 : inline.length();
        for (var entry : event.metadata().asMap().entrySet()) {
            bytes += PER_ENTRY_BYTES + lengths.applyAsInt(entry.getKey()) + lengths.applyAsInt(entry.getValue());
        }
        Certificate certificate = certified.certificate();
        if (certificate != null) {
            bytes += lengths.applyAsInt(certificate.keyId().value())
                    + certificate.signature().length();
            BatchProof batch = certificate.batch();
            bytes += batch == null ? 0 : 32L * batch.path().size();
        }
        return bytes;
    }

    private static String tooLong(String field, long length, int limit) {
        return field + " has " + length + " bytes, at most " + limit + " are taken";
    }
}
