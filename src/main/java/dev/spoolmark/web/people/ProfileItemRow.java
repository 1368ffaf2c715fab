package dev.spoolmark.web.people;

import dev.spoolmark.web.library.ItemLine;
import org.jspecify.annotations.Nullable;

/// An item in a list of a user.
///
/// @param note what the list says about it, such as a day or a score; may be empty
/// @param time for machines, or null
public record ProfileItemRow(
        ItemLine line, String note, @Nullable String time) {}
