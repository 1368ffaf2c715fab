package dev.spoolmark.home;

import dev.spoolmark.core.AsciiNumber;
import java.util.Optional;
import java.util.regex.Pattern;

/// The seed of a shuffled order, which an address can carry: the same seed always has the same order.
///
/// @param value 0 to 999,999,999
public record ShuffleSeed(long value) {

    private static final Pattern FORM = Pattern.compile("[0-9]{1,9}");
    private static final long SEEDS = 1_000_000_000;
    private static final long INCREMENT = 0x9E3779B97F4A7C15L;
    private static final long FIRST_FACTOR = 0xBF58476D1CE4E5B9L;
    private static final long SECOND_FACTOR = 0x94D049BB133111EBL;
    private static final int FIRST_SHIFT = 30;
    private static final int SECOND_SHIFT = 27;
    private static final int LAST_SHIFT = 31;
    private static final int KEY_SHIFT = 20;

    public ShuffleSeed {
        if (value < 0 || value >= SEEDS) {
            throw new IllegalArgumentException("a seed has at most 9 digits");
        }
    }

    /// Empty for a text that is none.
    public static Optional<ShuffleSeed> parse(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new ShuffleSeed(AsciiNumber.parseLong(text)))
                : Optional.empty();
    }

    /// A seed that differs with the number, such as the time.
    public static ShuffleSeed of(long number) {
        return new ShuffleSeed(Math.floorMod(mix(number), SEEDS));
    }

    /// What an item is sorted by.
    ///
    /// @return 0 to 2^44 - 1, which an address can carry
    public long key(long id) {
        return mix(id * INCREMENT + value) >>> KEY_SHIFT;
    }

    /// SplitMix64: changes about half of the bits for each bit that differs.
    private static long mix(long number) {
        long mixed = number + INCREMENT;
        mixed = (mixed ^ (mixed >>> FIRST_SHIFT)) * FIRST_FACTOR;
        mixed = (mixed ^ (mixed >>> SECOND_SHIFT)) * SECOND_FACTOR;
        return mixed ^ (mixed >>> LAST_SHIFT);
    }
}
