package io.sealstream.client.lines;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.sealstream.core.Bytes;
import io.sealstream.core.event.Event;
import java.io.IOException;
import java.util.function.Supplier;

/**
 * Reads an event from a JSON object. Each member is used or refused: a misspelt name must not leave a hole in a ledger.
 *
 * <table>
 * <caption>Members</caption>
 * <tr><td>event_id</td><td>needed</td></tr>
 * <tr><td>event_type</td><td>"" where it is left out</td></tr>
 * <tr><td>occurred_at, seal_before</td><td>RFC 3339, or milliseconds since 1970; seal_before may be left out</td></tr>
 * <tr><td>payload</td><td>any JSON value: the payload is its text, character for character as in the line, in UTF-8</td></tr>
 * <tr><td>payload_base64</td><td>instead: any bytes</td></tr>
 * <tr><td>payload_ref, payload_length, payload_commitment</td><td>instead: where the payload is kept, its bytes, and its
 * commitment in hex</td></tr>
 * <tr><td>payload_salt</td><td>base64, at most 32 bytes, with an inline payload</td></tr>
 * <tr><td>metadata</td><td>an object of strings</td></tr>
 * </table>
 */
public final class EventParser {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Supplier<Bytes> salts;

    /** @param salts for inline payloads that come without one */
    public EventParser(Supplier<Bytes> salts) {
        this.salts = salts;
    }

    public Event parse(String line) throws BadLineException {
        return parse(line, OtherMembers.NONE);
    }

    /** As {@link #parse(String)}; members that are none of an event go to {@code others}. */
    public Event parse(String line, OtherMembers others) throws BadLineException {
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new BadLineException("the line is no JSON object");
            }
            EventMembers members = new EventMembers(others);
            while (json.nextToken() != JsonToken.END_OBJECT) {
                members.read(new JsonMember(json, line));
            }
            if (json.nextToken() != null) {
                throw new BadLineException("there is more behind the JSON object");
            }
            return members.event(salts);
        } catch (JsonProcessingException e) {
            throw new BadLineException(
                    "not valid JSON at column " + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new BadLineException("not valid JSON: " + e.getMessage());
        }
    }
}
