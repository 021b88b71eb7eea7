package io.sealstream.command;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads one of a few values by the name that the format has for it, in capitals or not; an option's converter, and its
 * completion candidates.
 */
public abstract class NamedChoice<T> implements ITypeConverter<T>, Iterable<String> {
    private final Map<String, T> byName = new LinkedHashMap<>();

    /** @param values in the order in which people are told of them */
    protected NamedChoice(List<T> values, Function<T, String> name) {
        values.forEach(value -> byName.put(name.apply(value), value));
    }

    @Override
    public T convert(String text) {
        Map<String, T> inAnyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        inAnyCase.putAll(byName);
        T value = inAnyCase.get(text);
        if (value == null) {
            throw new TypeConversionException(
                    "expected one of " + String.join(", ", byName.keySet()) + " but was '" + text + "'");
        }
        return value;
    }

    /** The names. */
    @Override
    public Iterator<String> iterator() {
        return byName.keySet().iterator();
    }
}
