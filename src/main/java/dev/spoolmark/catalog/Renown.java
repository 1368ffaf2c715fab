package dev.spoolmark.catalog;

/// How well known a movie or show is elsewhere.
///
/// @param imdb its id at IMDb
/// @param votes how many people rated it there, from 0 up
public record Renown(Kind kind, String imdb, long votes) {}
