package dev.spoolmark.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;

/// Numbers that a list of episodes leaves out between its first and its last. A list that begins late may count on
/// from the season before, and specials are numbered as anybody likes: neither is a hole.
final class NumberGaps {

    private static final int SPECIALS = 0;

    /// So many holes tell enough of a list.
    private static final int TOLD = 5;

    private NumberGaps() {}

    /// One line for the operator, when there are any.
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
