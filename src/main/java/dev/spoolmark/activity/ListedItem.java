package dev.spoolmark.activity;

import dev.spoolmark.catalog.MediaId;
import java.time.Instant;

/// An item of a user in a list.
///
/// @param since when it was added
/// @param count of a show whose episodes are the items of the user, how many these are; otherwise 1
public record ListedItem(MediaId item, Instant since, int count) {}
