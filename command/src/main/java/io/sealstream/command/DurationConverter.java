package io.sealstream.command;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a positive duration: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code 7d}, or ISO 8601 as {@code PT1M30S}. */
public final class DurationConverter implements ITypeConverter<Duration> {
    private static final Pattern SHORT = Pattern.compile("(\\d{1,15})(ms|s|m|h|d)");

    @Override
    public Duration convert(String text) {
        Duration duration = parse(text);
        if (!duration.isPositive() || duration.compareTo(Duration.ofDays(365)) > 0) {
            throw notAllowed(text);
        }
        return duration;
    }

    /** As people write it: {@code 500ms}, {@code 30s}, {@code 1.5s}. */
    public static String toText(Duration duration) {
        long ms = duration.toMillis();
        return ms < 1_000 ? ms + "ms" : ms % 1_000 == 0 ? ms / 1_000 + "s" : ms / 1_000.0 + "s";
    }

    private static Duration parse(String text) {
        Matcher matcher = SHORT.matcher(text);
        try {
            if (!matcher.matches()) {
                return Duration.parse(text);
            }
            long amount = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                case "h" -> Duration.ofHours(amount);
                default -> Duration.ofDays(amount);
            };
        } catch (DateTimeParseException | ArithmeticException e) {
            throw notAllowed(text);
        }
    }

    private static TypeConversionException notAllowed(String text) {
        return new TypeConversionException("'" + text
                + "' is not a duration above zero and up to a year, such as 500ms, 30s, 5m, 2h, 7d or PT1M30S");
    }
}
