package dev.spoolmark.outgoing;

import java.time.InstantSource;

/// What all requests to the outside have in common.
///
/// @param product name and version, as it introduces itself everywhere
public record Outgoing(String product, Timeouts timeouts, Names names, InstantSource clock) {

    public static Outgoing of(String version, InstantSource clock) {
        return new Outgoing("Spoolmark/" + version, Timeouts.USUAL, Names.ofThisMachine(), clock);
    }

    /// Nothing is sent before something is asked for.
    public Line to(Destination destination) {
        return new Line(this, destination);
    }
}
