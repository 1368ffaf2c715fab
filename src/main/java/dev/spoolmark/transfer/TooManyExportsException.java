package dev.spoolmark.transfer;

import java.time.Duration;

/// A user has exported as often as the limit allows.
public final class TooManyExportsException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    TooManyExportsException(Duration wait) {
        super("too many exports");
        this.wait = wait;
    }

    /// The time until the next export is allowed.
    public Duration untilNext() {
        return wait;
    }
}
