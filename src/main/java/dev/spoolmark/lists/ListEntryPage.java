package dev.spoolmark.lists;

import java.util.List;
import java.util.Optional;

/// Some entries of a list in their order.
///
/// @param first number of the first of them in the list, from 1
/// @param next where the next page begins, if there is one
public record ListEntryPage(List<ListEntry> entries, int first, Optional<ListPosition> next) {

    public ListEntryPage {
        entries = List.copyOf(entries);
    }
}
