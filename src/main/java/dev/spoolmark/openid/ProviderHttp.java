package dev.spoolmark.openid;

import dev.spoolmark.core.Secret;
import dev.spoolmark.http.client.FetchResult;
import dev.spoolmark.http.client.PrivateAddressAllowlist;
import dev.spoolmark.http.client.UpstreamClient;
import dev.spoolmark.http.client.UpstreamClientFactory;
import dev.spoolmark.http.client.UpstreamDestination;
import dev.spoolmark.http.client.UpstreamRequest;
import dev.spoolmark.openid.OpenIdException.Reason;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Sends requests to the provider (`docs/security.md#sec-f7`).
///
/// The host of the issuer may be in a private network, since the operator named it. Other hosts of the discovery
/// document are reached by HTTPS at public addresses only.
final class ProviderHttp implements AutoCloseable {

    private static final String NAME = "the OpenID provider";
    private static final int PERMITS = 300;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MAX_OTHER_HOSTS = 4;
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final UpstreamClientFactory clients;
    private final URI issuer;
    private final UpstreamClient own;
    private final Map<String, UpstreamClient> others = new HashMap<>();

    ProviderHttp(UpstreamClientFactory clients, URI issuer) {
        this.clients = clients;
        this.issuer = issuer;
        this.own = open(issuer, PrivateAddressAllowlist.HOME_NETWORKS);
    }

    /// Reads a document.
    ///
    /// @throws OpenIdException if there is none
    JsonNode get(URI address, String what) {
        return read(client(address).send(UpstreamRequest.document(address.toString())), what, Reason.UNAVAILABLE);
    }

    /// Reads a document that is protected by an access token.
    JsonNode get(URI address, Secret token, String what) {
        return read(
                client(address)
                        .send(UpstreamRequest.document(address.toString()).with(token)),
                what,
                Reason.REJECTED);
    }

    /// Sends a form.
    ///
    /// @param request with the form and the credentials of the client
    /// @throws OpenIdException with `REJECTED` if the provider does not accept it
    JsonNode post(URI address, UpstreamRequest request, String what) {
        return read(client(address).send(request), what, Reason.REJECTED);
    }

    private static JsonNode read(FetchResult result, String what, Reason declined) {
        return switch (result) {
            case FetchResult.Content content -> StrictJson.object(content.bytes(), what, declined);
            case FetchResult.Missing() -> throw OpenIdException.unavailable(what + " was not found");
            case FetchResult.Failed failed ->
                throw new OpenIdException(
                        failed.retryable() ? Reason.UNAVAILABLE : declined, what + ": " + NAME + " " + failed.reason());
            case FetchResult.NotSent unsent ->
                throw OpenIdException.unavailable(what + ": " + NAME + " " + unsent.reason());
        };
    }

    private synchronized UpstreamClient client(URI address) {
        if (isSameOrigin(address, issuer)) {
            return own;
        }
        String origin = address.getScheme() + "://" + address.getRawAuthority();
        if (others.size() >= MAX_OTHER_HOSTS && !others.containsKey(origin)) {
            throw OpenIdException.unavailable("the discovery document names too many hosts");
        }
        return others.computeIfAbsent(origin, added -> open(URI.create(added), PrivateAddressAllowlist.NONE));
    }

    private UpstreamClient open(URI base, PrivateAddressAllowlist allowed) {
        return clients.open(new UpstreamDestination(NAME, base, List.of(), allowed, PERMITS, WINDOW));
    }

    static boolean isSameOrigin(URI one, URI other) {
        return one.getHost() != null
                && one.getHost().equalsIgnoreCase(other.getHost())
                && one.getScheme().equalsIgnoreCase(other.getScheme())
                && port(one) == port(other);
    }

    private static int port(URI address) {
        return address.getPort() >= 0
                ? address.getPort()
                : "https".equalsIgnoreCase(address.getScheme()) ? HTTPS_PORT : HTTP_PORT;
    }

    @Override
    public synchronized void close() {
        own.close();
        others.values().forEach(UpstreamClient::close);
    }
}
