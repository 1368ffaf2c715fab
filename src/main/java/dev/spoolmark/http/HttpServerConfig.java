package dev.spoolmark.http;

import dev.spoolmark.core.CidrSet;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the door stands, whom it believes, and how much it lets in at once.
///
/// @param publicUrl the address that people type, when it is not simply host and port
/// @param allowedHosts further names under which clients may call
/// @param trustedProxies whose `X-Forwarded-…` fields are believed
/// @param trustedNetworks whose requests and connections are not counted
/// @param corsOrigins origins whose pages may read answers, or `*` for all
/// @param maxConcurrentRequests how many requests are worked on at once
/// @param queueCapacity how many more of each [RequestPriority] may wait for a permit
/// @param queueTimeout how long they wait at most
/// @param bodyBudget bytes of memory for what the large bodies of all requests together become
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
