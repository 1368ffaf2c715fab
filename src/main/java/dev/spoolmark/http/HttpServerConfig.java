package dev.spoolmark.http;

import dev.spoolmark.core.CidrSet;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Configuration of an HTTP server: address, trusted networks, limits.
///
/// @param publicUrl the URL that users enter, if it is not host and port
/// @param allowedHosts further names under which clients may call
/// @param trustedProxies networks whose `X-Forwarded-…` fields are used
/// @param trustedNetworks networks whose requests and connections are not limited
/// @param corsOrigins origins whose pages may read responses, or `*` for all
/// @param maxConcurrentRequests number of permits: requests that are handled at the same time
/// @param queueCapacity how many requests of each [RequestPriority] may wait for a permit
/// @param queueTimeout how long a request waits for a permit at most
/// @param bodyBudget memory in bytes for the bound large bodies of all requests together
public record HttpServerConfig(
        String host,
        int port,
        @Nullable URI publicUrl,
        List<String> allowedHosts,
        CidrSet trustedProxies,
        CidrSet trustedNetworks,
        List<String> corsOrigins,
        int maxConnections,
        int maxConcurrentRequests,
        int queueCapacity,
        Duration queueTimeout,
        long bodyBudget) {

    public static final HttpServerConfig DEFAULT = new HttpServerConfig(
            "127.0.0.1",
            8080,
            null,
            List.of(),
            CidrSet.NONE,
            CidrSet.of(List.of("127.0.0.0/8", "::1")),
            List.of("*"),
            512,
            32,
            100,
            Duration.ofSeconds(1),
            16L * 1024 * 1024);

    public HttpServerConfig {
        allowedHosts = List.copyOf(allowedHosts);
        corsOrigins = List.copyOf(corsOrigins);
    }

    public HttpServerConfig at(String otherHost, int otherPort) {
        return new HttpServerConfig(
                otherHost,
                otherPort,
                publicUrl,
                allowedHosts,
                trustedProxies,
                trustedNetworks,
                corsOrigins,
                maxConnections,
                maxConcurrentRequests,
                queueCapacity,
                queueTimeout,
                bodyBudget);
    }
}
