package dev.spoolmark.stats.viewing;

import dev.spoolmark.catalog.PersonId;

/// The plays of movies and shows with a person.
///
/// @param titles number of different movies and shows
public record PersonCount(PersonId person, int plays, int titles) {}
