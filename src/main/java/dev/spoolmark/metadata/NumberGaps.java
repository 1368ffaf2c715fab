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
    private static final int TOLD = 5;

    private NumberGaps() {}

    /// @return one line for the operator, if there are gaps
    static Optional<String> in(int season, NavigableSet<Integer> numbers) {
        List<String> holes = season == SPECIALS ? List.of() : holes(numbers);
        if (holes.isEmpty()) {
            return Optional.empty();
        }
        String rest = holes.size() > TOLD ? " and more" : "";
        String text = String.join(", ", holes.subList(0, Math.min(holes.size(), TOLD)));
        return Optional.of("season " + season + " has no episode " + text + rest + " there, and none is made up");
    }

    private static List<String> holes(NavigableSet<Integer> numbers) {
        List<String> holes = new ArrayList<>();
        for (int number : numbers) {
            Integer before = numbers.lower(number);
            if (before != null && number - before > 1) {
                int last = number - 1;
                holes.add(last == before + 1 ? String.valueOf(last) : (before + 1) + " to " + last);
            }
        }
        return holes;
    }
}
