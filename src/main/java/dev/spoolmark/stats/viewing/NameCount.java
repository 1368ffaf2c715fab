package dev.spoolmark.stats.viewing;

/// The plays of movies and shows with a genre, a country or a decade.
///
/// @param name as in the catalog; of a decade its first year
/// @param titles number of different movies and shows
public record NameCount(String name, int plays, int titles) {}
