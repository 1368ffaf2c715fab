package dev.spoolmark.api.oauth;

import dev.spoolmark.core.Secret;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.ServerRequest;
import dev.spoolmark.oauth.AuthenticatedClient;
import dev.spoolmark.oauth.DeviceAuthorization;
import dev.spoolmark.oauth.DevicePoll;
import dev.spoolmark.oauth.OAuthError;
import dev.spoolmark.oauth.OAuthException;
import dev.spoolmark.oauth.OAuthProvider;
import java.util.Optional;

/// `POST /oauth/device/code` and `POST /oauth/device/token`: RFC 8628 with the addresses and statuses of Trakt.
final class DeviceEndpoint {

    private final OAuthProvider provider;
    private final ClientAuthentication clients;

    DeviceEndpoint(OAuthProvider provider) {
        this.provider = provider;
        this.clients = new ClientAuthentication(provider.applications());
    }

    /// The response of `/oauth/device/code`.
    record DeviceCodeObject(
            String device_code, String user_code, String verification_url, long expires_in, long interval) {

        @Override
        public String toString() {
            return "DeviceCodeObject";
        }
    }

    Response code(ServerRequest request) {
        if (!OAuthRequest.isOfKnownType(request)) {
            return Response.empty(412);
        }
        String clientId = OAuthRequest.read(request).clientId().orElseThrow(() -> OAuthRequest.missing("client_id"));
        try {
            DeviceAuthorization device = provider.devices().start(clientId, request.client());
            return OAuthResponses.json(new DeviceCodeObject(
                    device.deviceCode().revealText(),
                    device.userCode(),
                    request.base() + "/activate",
                    device.lifetime().toSeconds(),
                    device.interval().toSeconds()));
        } catch (OAuthException e) {
            if (e.error() == OAuthError.INVALID_CLIENT) {
                return Response.empty(403);
            }
            throw e;
        }
    }

    /// Every outcome but success has an empty body. A request without a code is answered as an unknown code: 400
    /// would mean that the user did not decide yet.
    Response token(ServerRequest request) {
        if (!OAuthRequest.isOfKnownType(request)) {
            return Response.empty(412);
        }
        OAuthRequest body = OAuthRequest.read(request);
        AuthenticatedClient client = clients.find(request, body)
                .orElseThrow(() -> new OAuthException(OAuthError.INVALID_CLIENT, "client_id is required"));
        Optional<Secret> code = body.code();
        if (code.isEmpty()) {
            return Response.empty(404);
        }
        return switch (provider.devices().poll(client, code.get(), request.client())) {
            case DevicePoll.Unknown _ -> Response.empty(404);
            case DevicePoll.Expired _ -> Response.empty(410);
            case DevicePoll.Denied _ -> Response.empty(418);
            case DevicePoll.Used _ -> Response.empty(409);
            case DevicePoll.Issued issued -> OAuthResponses.of(issued.tokens());
            case DevicePoll.TooFast _ -> Response.empty(429).with("Retry-After", "5");
            case DevicePoll.Pending _ -> Response.empty(400);
        };
    }
}
