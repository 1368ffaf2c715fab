package dev.spoolmark.search;

/// Another process has the index open; one at a time may.
public final class IndexInUse extends RuntimeException {

    IndexInUse(Throwable cause) {
        super("another process has the search index open", cause);
    }
}
