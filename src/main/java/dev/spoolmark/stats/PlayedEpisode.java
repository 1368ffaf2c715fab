package dev.spoolmark.stats;

import dev.spoolmark.catalog.MediaId.EpisodeId;

/// An episode, and its number of plays over all users.
public record PlayedEpisode(EpisodeId episode, int plays) {}
