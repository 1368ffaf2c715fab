package dev.spoolmark.search;

/// Another process has the index open; only one process can.
public final class IndexLockedException extends RuntimeException {

    IndexLockedException(Throwable cause) {
        super("another process has the search index open", cause);
    }
}
