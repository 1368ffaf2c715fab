package dev.spoolmark.catalog;

/// What the operator lets the catalogue do: keep titles that only a client knows (`catalog.provisional`).
public record CatalogRules(boolean provisional) {}
