package io.sealstream.gateway.http;

import com.linecorp.armeria.server.ServiceRequestContext;
import io.sealstream.core.Sequence;
import org.jspecify.annotations.Nullable;

/** Numbers in paths, queries and headers. */
final class Parameters {
    private Parameters() {}

    /** A parameter is no such number. The message names it and says what is allowed. */
    static final class BadParameterException extends Exception {
        private static final long serialVersionUID = 1L;

        BadParameterException(String message) {
            super(message);
        }
    }

    static Sequence sequence(String name, @Nullable String text) throws BadParameterException {
        return new Sequence(number(name, text, 0));
    }

    /** @param absent where the query has none of this name */
    static Sequence sequence(ServiceRequestContext context, String name, Sequence absent) throws BadParameterException {
        String text = context.queryParam(name);
        return text == null ? absent : sequence(name, text);
    }

    static long count(ServiceRequestContext context, String name, long absent) throws BadParameterException {
        String text = context.queryParam(name);
        return text == null ? absent : number(name, text, 1);
    }

    private static long number(String name, @Nullable String text, long least) throws BadParameterException {
        try {
            long number = Long.parseLong(String.valueOf(text));
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new BadParameterException(
                name + " is \"" + text + "\"; give a whole number from " + least + " to " + Long.MAX_VALUE);
    }
}
