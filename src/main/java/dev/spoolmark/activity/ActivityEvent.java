package dev.spoolmark.activity;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import java.time.Instant;

/// A change of a user's data about an item, stored until it has been delivered.
///
/// @param id unique; of two events of one user, the later has the higher id
/// @param item as it was when the event was stored; it may have been merged into another item since
/// @param isRemoval whether the data is gone; otherwise it was added or replaced
public record ActivityEvent(long id, UserId user, ActivityArea area, MediaId item, boolean isRemoval, Instant at) {}
