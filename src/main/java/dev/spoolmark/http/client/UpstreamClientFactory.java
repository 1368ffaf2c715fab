package dev.spoolmark.http.client;

import java.time.InstantSource;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContexts;

/// Shared settings of all outgoing requests.
///
/// @param product name and version for `User-Agent`
/// @param tls trusted certificates
public record UpstreamClientFactory(
        String product, UpstreamTimeouts timeouts, HostResolver names, Supplier<SSLContext> tls, InstantSource clock) {

    public static UpstreamClientFactory of(String version, InstantSource clock) {
        return new UpstreamClientFactory(
                "Spoolmark/" + version,
                UpstreamTimeouts.DEFAULT,
                HostResolver.system(),
                SSLContexts::createDefault,
                clock);
    }

    /// Opens no connection before the first request.
    public UpstreamClient open(UpstreamDestination destination) {
        return new UpstreamClient(this, destination);
    }
}
