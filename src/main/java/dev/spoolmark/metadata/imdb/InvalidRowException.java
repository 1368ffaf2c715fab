package dev.spoolmark.metadata.imdb;

/// A row that is none, with the reason in words. It has no stack trace: there may be many.
final class InvalidRowException extends RuntimeException {

    InvalidRowException(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
