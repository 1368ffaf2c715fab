package dev.spoolmark.stats;

import dev.spoolmark.catalog.MediaId.EpisodeId;

/// An episode, and how often everybody together played it.
public record PlayedEpisode(EpisodeId episode, int plays) {}
