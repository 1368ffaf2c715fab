package dev.spoolmark.pagefilter;

import java.time.Instant;

/// A filter that a user has chosen.
///
/// @param page name of the page: `progress`
/// @param query the filter as the query of an address, encoded: `sort=name&finished=on`
public record PageFilter(String page, String query, Instant savedAt) {}
