package dev.spoolmark.catalog;

/// Settings of the catalog.
///
/// @param provisional whether items that only a client knows are created
public record CatalogOptions(boolean provisional) {}
