package dev.spoolmark.activity;

/// Whether a page of items leaves out those that the user has watched. A show or season is watched when all its
/// aired episodes are; specials do not count for a show.
public enum WatchedFilter {
    ALL,
    UNWATCHED,
    WATCHED
}
