package dev.spoolmark.search;

/// The type of a document of the index. The names are stored in the index.
enum DocumentType {
    MOVIE,
    SHOW,
    EPISODE,
    PERSON,
    USER
}
