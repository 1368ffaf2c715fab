package dev.spoolmark.search;

/// What an entry of the index is about. The names stand in the index.
enum DocumentType {
    MOVIE,
    SHOW,
    EPISODE,
    PERSON,
    USER
}
