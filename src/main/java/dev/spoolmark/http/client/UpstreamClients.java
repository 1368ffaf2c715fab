package dev.spoolmark.http.client;

import java.time.InstantSource;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;

/// What all requests to the outside have in common.
///
/// @param product name and version, as it introduces itself everywhere
/// @param tls whose certificates are trusted
public record UpstreamClients(
        String product, UpstreamTimeouts timeouts, HostResolver names, Supplier<SSLContext> tls, InstantSource clock) {

    public static UpstreamClients of(String version, InstantSource clock) {
        return new UpstreamClients(
                "Spoolmark/" + version,
                UpstreamTimeouts.USUAL,
                HostResolver.ofThisMachine(),
                SSLContexts::createDefault,
                clock);
    }

    /// Nothing is sent before something is asked for.
    public UpstreamClient open(UpstreamTarget destination) {
        return new UpstreamClient(this, destination);
    }
}
