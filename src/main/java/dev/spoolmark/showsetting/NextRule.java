package dev.spoolmark.showsetting;

import java.util.Arrays;

/// Which episode of a show comes next.
public enum NextRule {

    /// The first one after the last watched episode. Episodes that were skipped before it are left alone. The rule of
    /// shows for which the user has chosen none.
    AFTER_LAST(1),

    /// The first one that is not watched, so that a skipped episode stays next until it is watched.
    IN_ORDER(2);

    private final int number;

    NextRule(int number) {
        this.number = number;
    }

    /// The stored number.
    public int number() {
        return number;
    }

    /// The rule of a stored number.
    ///
    /// @throws IllegalArgumentException if there is none
    public static NextRule of(int number) {
        return Arrays.stream(values())
                .filter(rule -> rule.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rule has the number " + number));
    }
}
