package dev.spoolmark.metadata.imdb;

import java.io.IOException;

/// A file that cannot be read to its end, or has other content than its name says. Rows before the error were
/// imported.
public final class CorruptDatasetException extends IOException {

    CorruptDatasetException(String message) {
        super(message);
    }
}
