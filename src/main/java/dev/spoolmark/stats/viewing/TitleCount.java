package dev.spoolmark.stats.viewing;

import dev.spoolmark.catalog.MediaId;

/// The plays of a movie, or of the episodes of a show.
public record TitleCount(MediaId title, PlayCount count) {}
