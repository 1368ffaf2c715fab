package dev.spoolmark.lists;

import java.time.Instant;

/// A list with facts about it.
///
/// @param changedAt last change of its settings
/// @param items the number of its items
public record ListOverview(UserList list, Instant changedAt, int items) {}
