package dev.spoolmark.catalog;

/// Where an episode is in its show.
public record EpisodePosition(int season, int number) {}
