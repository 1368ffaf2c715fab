package dev.spoolmark.catalog.ingest;

import dev.spoolmark.catalog.EpisodeFacts;
import dev.spoolmark.catalog.Ids;

/// An episode without a usable number in its source: a special without a number, or the second one with a
/// number.
///
/// @param description its name in a warning
public record UnplacedEpisode(String description, Ids ids, EpisodeFacts facts) {}
