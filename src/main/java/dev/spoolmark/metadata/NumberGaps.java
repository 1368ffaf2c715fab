package dev.spoolmark.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/// Finds episode numbers that are missing between the first and the last. A list that begins later may
/// continue the numbers of the season before, and specials are numbered freely: neither is a gap.
final class NumberGaps {

    private static final int SPECIALS = 0;

    /// The maximum number of gaps that are reported.
    private static final int MAX_REPORTED = 5;

    private NumberGaps() {}

    /// @return one line for the operator, if there are gaps
    static Optional<String> in(int season, NavigableSet<Integer> numbers) {
        List<String> gaps = season == SPECIALS ? List.of() : gaps(numbers);
        if (gaps.isEmpty()) {
            return Optional.empty();
        }
        String rest = gaps.size() > MAX_REPORTED ? " and more" : "";
        String text = String.join(", ", gaps.subList(0, Math.min(gaps.size(), MAX_REPORTED)));
        return Optional.of("season " + season + " has no episode " + text + rest + " there, and none is made up");
    }

    private static List<String> gaps(NavigableSet<Integer> numbers) {
        List<String> gaps = new ArrayList<>();
        for (int number : numbers) {
            Integer before = numbers.lower(number);
            if (before != null && number - before > 1) {
                int last = number - 1;
                gaps.add(last == before + 1 ? String.valueOf(last) : (before + 1) + " to " + last);
            }
        }
        return gaps;
    }
}
