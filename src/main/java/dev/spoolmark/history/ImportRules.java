package dev.spoolmark.history;

import java.time.ZoneId;

/// How plays of a file are compared with those that are stored.
///
/// @param zone of the user, in which plays at different precisions are on the same day
/// @param keepsUnknown whether a play at an unknown time is added to an item that has plays, but none at an
/// unknown time
public record ImportRules(ZoneId zone, boolean keepsUnknown) {}
