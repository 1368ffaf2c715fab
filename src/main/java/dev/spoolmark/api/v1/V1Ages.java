package dev.spoolmark.api.v1;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// How long ago something was, in words: the two largest units (`decisions.md` 3, "when, elapsed").
final class V1Ages {

    private static final List<Unit> UNITS = List.of(
            new Unit("year", Duration.ofDays(365)),
            new Unit("day", Duration.ofDays(1)),
            new Unit("hour", Duration.ofHours(1)),
            new Unit("minute", Duration.ofMinutes(1)),
            new Unit("second", Duration.ofSeconds(1)));

    private V1Ages() {}

    /// `2 hours 5 minutes`.
    static String full(Duration age) {
        return words(age, (count, unit) -> count + " " + unit.word() + (count == 1 ? "" : "s"));
    }

    /// `2h 5m`.
    static String brief(Duration age) {
        return words(age, (count, unit) -> count + unit.word().substring(0, 1));
    }

    /// What lies ahead counts as now.
    private static String words(Duration age, BiFunction<Long, Unit, String> say) {
        Duration left = age.isNegative() ? Duration.ZERO : age;
        int largest = 0;
        while (largest < UNITS.size() - 1 && left.compareTo(UNITS.get(largest).length()) < 0) {
            largest++;
        }
        Unit first = UNITS.get(largest);
        List<String> words = new ArrayList<>();
        long count = left.dividedBy(first.length());
        words.add(say.apply(count, first));
        if (largest < UNITS.size() - 1) {
            Unit second = UNITS.get(largest + 1);
            long more = left.minus(first.length().multipliedBy(count)).dividedBy(second.length());
            if (more > 0) {
                words.add(say.apply(more, second));
            }
        }
        return String.join(" ", words);
    }

    private record Unit(String word, Duration length) {}
}
