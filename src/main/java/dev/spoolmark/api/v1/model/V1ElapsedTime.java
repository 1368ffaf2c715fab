package dev.spoolmark.api.v1.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// Elapsed time as text with the two largest units (`docs/spec/v1/conventions.md#times`).
final class V1ElapsedTime {

    private static final List<Unit> UNITS = List.of(
            new Unit("year", Duration.ofDays(365)),
            new Unit("day", Duration.ofDays(1)),
            new Unit("hour", Duration.ofHours(1)),
            new Unit("minute", Duration.ofMinutes(1)),
            new Unit("second", Duration.ofSeconds(1)));

    private V1ElapsedTime() {}

    /// `2 hours 5 minutes`.
    static String full(Duration age) {
        return format(age, (count, unit) -> count + " " + unit.key() + (count == 1 ? "" : "s"));
    }

    /// `2h 5m`.
    static String brief(Duration age) {
        return format(age, (count, unit) -> count + unit.key().substring(0, 1));
    }

    /// A time in the future counts as now.
    private static String format(Duration age, BiFunction<Long, Unit, String> format) {
        Duration remaining = age.isNegative() ? Duration.ZERO : age;
        int largest = 0;
        while (largest < UNITS.size() - 1
                && remaining.compareTo(UNITS.get(largest).length()) < 0) {
            largest++;
        }
        Unit first = UNITS.get(largest);
        List<String> parts = new ArrayList<>();
        long count = remaining.dividedBy(first.length());
        parts.add(format.apply(count, first));
        if (largest < UNITS.size() - 1) {
            Unit second = UNITS.get(largest + 1);
            long more = remaining.minus(first.length().multipliedBy(count)).dividedBy(second.length());
            if (more > 0) {
                parts.add(format.apply(more, second));
            }
        }
        return String.join(" ", parts);
    }

    private record Unit(String key, Duration length) {}
}
