package dev.spoolmark.search;

/// What an entry of the index is about. The names stand in the index.
enum Subject {
    MOVIE,
    SHOW,
    EPISODE,
    PERSON,
    USER
}
