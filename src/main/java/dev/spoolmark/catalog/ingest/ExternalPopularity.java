package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.Kind;

/// How well known a movie or show is elsewhere.
///
/// @param imdb its id at IMDb
/// @param votes how many people rated it there, from 0 up
public record ExternalPopularity(Kind kind, String imdb, long votes) {}
