package dev.spoolmark.transfer.run;

import java.util.List;

/// What the name of an item in a file means here.
sealed interface ItemResolution {

    record Found(FoundItem item) implements ItemResolution {}

    /// Nothing, or several items.
    ///
    /// @param candidates what it may be; empty if nothing is known
    record Unresolved(List<FoundItem> candidates) implements ItemResolution {

        public Unresolved {
            candidates = List.copyOf(candidates);
        }
    }

    /// The user has said that it does not matter.
    record Ignored() implements ItemResolution {}
}
