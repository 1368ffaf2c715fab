package dev.spoolmark.web.statistics;

/// A period to choose.
///
/// @param path below the base path
/// @param current whether the page shows it
public record PeriodLink(String text, String path, boolean current) {}
