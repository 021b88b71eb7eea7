package io.sealstream.client.lines;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** What stands beside an event in the same JSON object. */
public interface OtherMembers {
    /** Nothing may. */
    OtherMembers NONE = (name, json) -> false;

    /**
     * @param json at the member's value; where it is taken, at that value's last token afterwards
     * @return whether it is known; where it is not, the object is refused
     */
    boolean take(String name, JsonParser json) throws IOException, BadLineException;
}
