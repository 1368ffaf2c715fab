package dev.spoolmark.catalog;

import dev.spoolmark.core.ValueLimits;

/// A reference to a season by its show and number. Number 0 is the season of specials.
public record SeasonRef(ShowRef show, int number) implements ItemRef {

    /// Whether an unknown season can have this number (`docs/domain.md#unknown-titles`).
    public boolean isInRange() {
        return number >= 0 && number <= ValueLimits.LAST_NEW_SEASON;
    }
}
