package dev.spoolmark.history;

import dev.spoolmark.catalog.MediaId.EpisodeId;

/// An episode somebody watched, or marked unseen.
public record WatchedEpisode(EpisodeId episode, Watched watched) {}
