package dev.spoolmark.openid;

import dev.spoolmark.core.Secret;
import dev.spoolmark.http.client.UpstreamClientFactory;
import dev.spoolmark.http.client.UpstreamRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The provider: its discovery document and keys, each cached for an hour, and its token endpoint.
final class OpenIdProvider implements AutoCloseable {

    private static final Duration MAX_AGE = Duration.ofHours(1);

    /// A token with an unknown key causes at most one request for the keys in this time.
    private static final Duration REFRESH_INTERVAL = Duration.ofMinutes(1);

    private static final String DISCOVERY = "/.well-known/openid-configuration";

    private final OpenIdSettings settings;
    private final InstantSource clock;
    private final ProviderHttp http;
    private final Cached<ProviderMetadata> metadata;
    private final Cached<JsonWebKeys> keys;

    OpenIdProvider(OpenIdSettings settings, UpstreamClientFactory clients, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.http = new ProviderHttp(clients, settings.issuer());
        this.metadata = new Cached<>(
                clock,
                MAX_AGE,
                () -> ProviderMetadata.parse(
                        http.get(URI.create(settings.issuer() + DISCOVERY), "the discovery document"),
                        settings.issuer()));
        this.keys = new Cached<>(
                clock, MAX_AGE, () -> JsonWebKeys.parse(http.get(metadata.get().keys(), "the keys")));
    }

    /// @throws OpenIdException if the provider cannot be reached
    ProviderMetadata metadata() {
        return metadata.get();
    }

    /// Exchanges a code for an ID token and validates it.
    ///
    /// @throws OpenIdException if the provider does not accept the code, or a rule is violated
    Identity exchange(String code, RequestSecrets secrets, String redirectUri) {
        JsonNode response = http.post(metadata().token(), tokenRequest(code, secrets, redirectUri), "the token");
        String token = StrictJson.text(response, "id_token")
                .orElseThrow(() -> OpenIdException.rejected("the provider sent no ID token"));
        Identity identity = validate(token, secrets.nonce());
        return identity.hasNames() ? identity : withUserinfo(identity, StrictJson.text(response, "access_token"));
    }

    private UpstreamRequest tokenRequest(String code, RequestSecrets secrets, String redirectUri) {
        String form = "grant_type=authorization_code&code=" + encode(code) + "&redirect_uri=" + encode(redirectUri)
                + "&code_verifier=" + secrets.verifier();
        String client = "&client_id=" + encode(settings.clientId());
        UpstreamRequest request = UpstreamRequest.document(metadata().token().toString());
        if (settings.isPublicClient()) {
            return request.withForm(Secret.ofText(form + client));
        }
        String secret = encode(settings.clientSecret().revealText());
        return metadata().basic()
                ? request.withForm(Secret.ofText(form))
                        .withBasic(Secret.ofText(encode(settings.clientId()) + ":" + secret))
                : request.withForm(Secret.ofText(form + client + "&client_secret=" + secret));
    }

    private Identity validate(String text, String nonce) {
        SignedToken token = SignedToken.parse(text);
        SignatureKey key = keys.get()
                .find(token.keyId(), token.algorithm())
                .or(() -> keys.getAtMost(REFRESH_INTERVAL).find(token.keyId(), token.algorithm()))
                .orElseThrow(() -> OpenIdException.rejected("the ID token is signed with an unknown key"));
        return new IdTokenRules(metadata().issuer(), settings.clientId())
                .check(token.verifiedBy(key), nonce, clock.instant());
    }

    /// Some providers send names only here. They are not needed to sign in, so failures are ignored.
    private Identity withUserinfo(Identity identity, Optional<String> accessToken) {
        if (metadata().userinfo().isEmpty() || accessToken.isEmpty()) {
            return identity;
        }
        try {
            JsonNode user = http.get(metadata().userinfo().get(), Secret.ofText(accessToken.get()), "the user");
            return StrictJson.text(user, "sub")
                            .filter(identity.subject()::equals)
                            .isEmpty()
                    ? identity
                    : identity.withNames(
                            StrictJson.text(user, "preferred_username").orElse(""),
                            StrictJson.text(user, "name").orElse(identity.fullName()));
        } catch (OpenIdException noNames) {
            return identity;
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
