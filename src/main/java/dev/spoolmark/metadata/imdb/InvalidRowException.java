package dev.spoolmark.metadata.imdb;

/// A row is invalid. Without stack trace, because there can be many.
final class InvalidRowException extends RuntimeException {

    InvalidRowException(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
