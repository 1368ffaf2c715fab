package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.Kind;

/// The popularity of a movie or show elsewhere.
///
/// @param imdb its IMDb id
/// @param votes the number of ratings there, at least 0
public record ExternalPopularity(Kind kind, String imdb, long votes) {}
