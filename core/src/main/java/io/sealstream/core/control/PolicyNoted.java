package io.sealstream.core.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sealstream.core.Bytes;
import io.sealstream.core.Sequence;
import io.sealstream.core.StrictJson;
import io.sealstream.core.event.EventId;
import io.sealstream.core.event.EventType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the admission policy remarked on the record before.
 *
 * @param sequence of the record before
 * @param rules those that asked for {@code outcome}
 * @param discarded what the other rules said; written for people, and never read: a verifier knows nothing of it
 */
public record PolicyNoted(Sequence sequence, Outcome outcome, List<Note> rules, List<RuleRemark> discarded)
        implements ControlEvent {
    public static final EventType TYPE = new EventType(Types.POLICY_NOTED);

    public PolicyNoted {
        rules = List.copyOf(rules);
        discarded = List.copyOf(discarded);
    }

    /** One beside which no other rule said anything. */
    public PolicyNoted(Sequence sequence, Outcome outcome, List<Note> rules) {
        this(sequence, outcome, rules, List.of());
    }

    public enum Outcome {
        WARN("Warn"),
        BREAK_GLASS("BreakGlass");

        private final String jsonName;

        Outcome(String jsonName) {
            this.jsonName = jsonName;
        }

        static Optional<Outcome> ofJsonName(String name) {
            return Arrays.stream(values()).filter(o -> o.jsonName.equals(name)).findFirst();
        }
    }

    /** One rule and why it spoke up. */
    public record Note(String rule, String reason) {}

    /** The event id that a note about {@code sequence} must have. */
    public static EventId eventId(Sequence sequence) {
        return new EventId(TYPE.value() + "." + sequence);
    }

    @Override
    public EventType eventType() {
        return TYPE;
    }

    @Override
    public Bytes toPayload() {
        ObjectNode json = StrictJson.newObject();
        json.put("sequence", sequence.value());
        json.put("outcome", outcome.jsonName);
        ArrayNode notes = json.putArray("rules");
        rules.forEach(note -> notes.addObject().put("rule", note.rule()).put("reason", note.reason()));
        if (!discarded.isEmpty()) {
            ArrayNode others = json.putArray("discarded");
            discarded.forEach(remark -> others.addObject()
                    .put("rule", remark.rule())
                    .put("outcome", remark.outcome())
                    .put("reason", remark.reason()));
        }
        return Bytes.utf8(StrictJson.write(json));
    }

    static PolicyNoted read(JsonMembers json) {
        return new PolicyNoted(
                new Sequence(json.integer("sequence")),
                json.named("outcome", Outcome::ofJsonName),
                json.objects("rules").stream()
                        .map(note -> new Note(note.text("rule"), note.text("reason")))
                        .toList());
    }
}
