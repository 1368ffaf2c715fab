package dev.spoolmark.outgoing;

import java.time.InstantSource;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;

/// What all requests to the outside have in common.
///
/// @param product name and version, as it introduces itself everywhere
/// @param tls whose certificates are trusted
public record Outgoing(String product, Timeouts timeouts, Names names, Supplier<SSLContext> tls, InstantSource clock) {

    public static Outgoing of(String version, InstantSource clock) {
        return new Outgoing(
                "Spoolmark/" + version, Timeouts.USUAL, Names.ofThisMachine(), SSLContexts::createDefault, clock);
    }

    /// Nothing is sent before something is asked for.
    public Line to(Destination destination) {
        return new Line(this, destination);
    }
}
