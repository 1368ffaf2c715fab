package dev.spoolmark.history;

import dev.spoolmark.catalog.MediaId.MovieId;

/// A movie somebody watched.
public record WatchedMovie(MovieId movie, Watched watched) {}
