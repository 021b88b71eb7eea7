package io.sealstream.verifier.show;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.core.Bytes;
import io.sealstream.core.Hash;
import io.sealstream.core.Sequence;
import io.sealstream.core.StrictJson;
import io.sealstream.core.StrictJson.InvalidJsonException;
import io.sealstream.core.event.CertifiedEvent;
import io.sealstream.core.event.ChainHash;
import io.sealstream.core.event.Event;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventType;
import io.sealstream.core.event.HashAlgorithm;
import io.sealstream.core.event.IntakePosition;
import io.sealstream.core.event.Metadata;
import io.sealstream.core.event.Payload;
import io.sealstream.core.event.SealHeader;
import io.sealstream.core.event.SealedEvent;
import io.sealstream.core.verify.LedgerRecord;
import io.sealstream.schema.Decoding;
import io.sealstream.schema.LedgerJson;
import org.junit.jupiter.api.Test;

class RecordViewTest {
    @Test
    void theViewIsStillTheRecordToWhoeverReadsIt() {
        SealedEvent event = sealed(Payload.inline(Bytes.utf8("{\"a\":1}")));

        String view = RecordView.render(LedgerRecord.ofFile(3, new LedgerRecord.Decoded(event)), "line");

        assertThat(LedgerJson.read(Bytes.utf8(view))).isEqualTo(new Decoding.Decoded<>(event));
    }

    @Test
    void jsonAndTextAreReadable() throws InvalidJsonException {
        ObjectNode json = view(sealed(Payload.inline(Bytes.utf8("{\"a\":1}"))));
        ObjectNode text = view(sealed(Payload.inline(Bytes.utf8("grüezi"))));

        assertThat(json.get("payload_json").get("a").intValue()).isEqualTo(1);
        assertThat(text.get("payload_text").textValue()).isEqualTo("grüezi");
        assertThat(json.get("line").longValue()).isEqualTo(3);
    }

    @Test
    void otherBytesStayAsTheyAre() throws InvalidJsonException {
        ObjectNode view = view(sealed(Payload.inline(Bytes.ofHex("ff00"))));

        assertThat(view.has("payload_json")).isFalse();
        assertThat(view.has("payload_text")).isFalse();
        assertThat(view.get("payload_is_right").booleanValue()).isTrue();
    }

    @Test
    void aPayloadKeptElsewhereIsNeitherRightNorWrong() throws InvalidJsonException {
        ObjectNode view = view(sealed(Payload.at("s3://bucket/key", 5, Hash.ZERO)));

        assertThat(view.get("payload_is_right").isNull()).isTrue();
    }

    @Test
    void aPayloadThatIsMissingIsWrong() throws InvalidJsonException {
        ObjectNode view = view(sealed(new Payload("", 5, Hash.ZERO, Bytes.EMPTY, null)));

        assertThat(view.get("payload_is_right").booleanValue()).isFalse();
    }

    @Test
    void aHashThatIsNotTheRecordsIsWrong() throws InvalidJsonException {
        SealedEvent event = sealed(Payload.inline(Bytes.EMPTY));
        SealedEvent forged = new SealedEvent(
                event.sequence(),
                event.previousHash(),
                Hash.ofHex("ab".repeat(32)),
                event.sealedAtMs(),
                event.intake(),
                event.certified());

        assertThat(view(event).get("event_hash_is_right").booleanValue()).isTrue();
        assertThat(view(forged).get("event_hash_is_right").booleanValue()).isFalse();
    }

    private static ObjectNode view(SealedEvent event) throws InvalidJsonException {
        return StrictJson.object(RecordView.render(LedgerRecord.ofFile(3, new LedgerRecord.Decoded(event)), "line"));
    }

    private static SealedEvent sealed(Payload payload) {
        Event event = new Event(new EventId("event"), new EventType("test"), 1, 0, payload, Metadata.EMPTY);
        CertifiedEvent certified = new CertifiedEvent(event, null);
        SealHeader header = new SealHeader(
                HashAlgorithm.SHA_256,
                new Sequence(2),
                Hash.ZERO,
                1,
                IntakePosition.at(1),
                event.digest(),
                certified.certificateDigest());
        return SealedEvent.seal(header, ChainHash.of(HashAlgorithm.SHA_256), certified);
    }
}
