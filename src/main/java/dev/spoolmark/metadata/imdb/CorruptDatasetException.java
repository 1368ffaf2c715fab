package dev.spoolmark.metadata.imdb;

import java.io.IOException;

/// A file that cannot be read to its end, or is not what its name says. What came before it was taken.
public final class CorruptDatasetException extends IOException {

    CorruptDatasetException(String what) {
        super(what);
    }
}
