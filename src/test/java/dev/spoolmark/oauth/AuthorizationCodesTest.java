package dev.spoolmark.oauth;

import static dev.spoolmark.account.ProblemAssertions.problemOf;
import static dev.spoolmark.oauth.OAuthFixture.CALLBACK;
import static dev.spoolmark.oauth.OAuthFixture.HERE;
import static dev.spoolmark.oauth.OAuthFixture.ISSUER;
import static dev.spoolmark.oauth.OAuthFixture.UNKNOWN;
import static dev.spoolmark.oauth.OAuthFixture.VERIFIER;
import static dev.spoolmark.oauth.OAuthFixture.challenge;
import static dev.spoolmark.oauth.OAuthFixture.errorOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.Secret;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthorizationCodesTest extends OAuthStoreTest {

    private Account ann;
    private RegisteredApplication player;
    private String id;

    @BeforeEach
    void begin() {
        ann = node.user("ann");
        player = node.confidential(CALLBACK, RedirectUris.OUT_OF_BAND, "http://127.0.0.1/cb");
        id = player.application().clientId();
    }

    @Test
    void aCodeIsExchangedForTokensOfTheUser() {
        AuthorizationRequest request = node.request(id, CALLBACK, "state", "a b");
        AuthorizationResponse response = node.oauth.codes().approve(request, ann, ISSUER);
        String location = ((AuthorizationResponse.Redirect) response).location();
        Secret code = Secret.ofText(OAuthFixture.parameter(location, "code"));

        IssuedTokens tokens = node.exchange(node.client(player), code);

        assertThat(location)
                .isEqualTo(CALLBACK + "?code=" + code.revealText() + "&state=a+b&iss=https%3A%2F%2Ftv.example.org");
        assertThat(response.toString()).doesNotContain(code.revealText());
        assertThat(tokens.lifetime()).isEqualTo(Duration.ofDays(90));
        assertThat(node.oauth.tokens().find(tokens.accessToken())).hasValueSatisfying(access -> {
            assertThat(access.user().id()).isEqualTo(ann.id());
            assertThat(String.valueOf(access.application())).contains("Player");
            assertThat(access.scopes()).isEqualTo(Scopes.all());
        });
        assertThat(node.audited(ann)).contains("token-issued");
    }

    @Test
    void aTypedCodeHasEightHexDigitsInAnyCase() {
        Secret code = node.approve(node.request(id, RedirectUris.OUT_OF_BAND), ann);
        String typed = " " + code.revealText().toLowerCase(Locale.ROOT).substring(0, 4) + "-"
                + code.revealText().substring(4) + " ";

        assertThat(code.revealText()).matches("[0-9A-F]{8}");
        assertThat(node.oauth
                        .codes()
                        .exchange(node.client(player), Secret.ofText(typed), RedirectUris.OUT_OF_BAND, null, HERE))
                .isNotNull();
    }

    @Test
    void aCodeIsShownToItsUserUntilItIsUsedOrExpires() {
        Secret used = node.approve(node.request(id, RedirectUris.OUT_OF_BAND), ann);
        Secret waiting = node.approve(node.request(id, RedirectUris.OUT_OF_BAND), ann);
        Secret redirected = node.approve(node.request(id, CALLBACK), ann);
        AuthorizationCodes codes = node.oauth.codes();

        assertThat(codes.findShown(waiting.revealText(), ann))
                .hasValueSatisfying(shown ->
                        assertThat(shown.application().application().name()).isEqualTo("Player"));
        assertThat(codes.findShown(waiting.revealText(), node.user("bob"))).isEmpty();
        assertThat(codes.findShown(redirected.revealText(), ann)).isEmpty();
        assertThat(codes.findShown("00000000", ann)).isEmpty();

        codes.exchange(node.client(player), used, RedirectUris.OUT_OF_BAND, null, HERE);
        assertThat(codes.findShown(used.revealText(), ann)).isEmpty();
        clock.pass(AuthorizationCodes.LIFETIME);
        assertThat(codes.findShown(waiting.revealText(), ann)).isEmpty();
    }

    @Test
    void theSecondUseOfACodeRevokesWhatItIssued() {
        Secret code = node.approve(node.request(id, CALLBACK), ann);
        IssuedTokens tokens = node.exchange(node.client(player), code);
        assertThat(node.isValid(tokens)).isTrue();

        assertThat(errorOf(() -> node.exchange(node.client(player), code))).isEqualTo(OAuthError.INVALID_GRANT);

        assertThat(node.isValid(tokens)).isFalse();
        assertThat(errorOf(() -> node.refresh(player, tokens))).isEqualTo(OAuthError.INVALID_GRANT);
        assertThat(node.audited(ann)).contains("token-revoked");
    }

    @Test
    void theSecondUseRevokesAlsoAfterTheCodeExpired() {
        Secret code = node.approve(node.request(id, CALLBACK), ann);
        IssuedTokens tokens = node.exchange(node.client(player), code);
        clock.pass(Duration.ofHours(1));
        node.oauth.maintenance().purgeExpired();

        assertThat(errorOf(() -> node.exchange(node.client(player), code))).isEqualTo(OAuthError.INVALID_GRANT);

        assertThat(node.isValid(tokens)).isFalse();
    }

    @Test
    void aCodeOfAnotherClientIsUnknownAndRemainsUsable() {
        Secret code = node.approve(node.request(id, CALLBACK), ann);
        RegisteredApplication other = node.confidential(CALLBACK);

        assertThat(errorOf(() -> node.exchange(node.client(other), code))).isEqualTo(OAuthError.INVALID_GRANT);
        IssuedTokens tokens = node.exchange(node.client(player), code);
        assertThat(errorOf(() -> node.exchange(node.client(other), code))).isEqualTo(OAuthError.INVALID_GRANT);

        assertThat(node.isValid(tokens)).isTrue();
    }

    @Test
    void anotherRedirectUriIsRejectedEvenIfItIsRegistered() {
        Secret code = node.approve(node.request(id, CALLBACK), ann);

        for (String wrong : new String[] {"https://evil.example/", RedirectUris.OUT_OF_BAND, CALLBACK + "/"}) {
            assertThat(errorOf(() -> node.oauth.codes().exchange(node.client(player), code, wrong, null, HERE)))
                    .as(wrong)
                    .isEqualTo(OAuthError.INVALID_GRANT);
        }
    }

    @Test
    void theLoopbackPortOfTheRequestIsThatOfTheExchange() {
        Secret code = node.approve(node.request(id, "http://127.0.0.1:4711/cb"), ann);

        assertThat(errorOf(() ->
                        node.oauth.codes().exchange(node.client(player), code, "http://127.0.0.1:4712/cb", null, HERE)))
                .isEqualTo(OAuthError.INVALID_GRANT);
        assertThat(node.oauth.codes().exchange(node.client(player), code, "http://127.0.0.1:4711/cb", null, HERE))
                .isNotNull();
    }

    @Test
    void aWrongMissingOrUnexpectedVerifierIsRejected() {
        Secret bound = node.approve(
                node.request(id, CALLBACK, "code_challenge", challenge(VERIFIER), "code_challenge_method", "S256"),
                ann);
        Secret unbound = node.approve(node.request(id, CALLBACK), ann);
        AuthenticatedClient client = node.client(player);

        assertThat(errorOf(() -> exchange(client, bound, VERIFIER + "x"))).isEqualTo(OAuthError.INVALID_GRANT);
        assertThat(errorOf(() -> exchange(client, bound, challenge(VERIFIER)))).isEqualTo(OAuthError.INVALID_GRANT);
        assertThat(errorOf(() -> exchange(client, bound, "short"))).isEqualTo(OAuthError.INVALID_GRANT);
        assertThat(errorOf(() -> node.exchange(client, bound))).isEqualTo(OAuthError.INVALID_GRANT);
        assertThat(errorOf(() -> exchange(client, unbound, VERIFIER))).isEqualTo(OAuthError.INVALID_GRANT);
        assertThat(exchange(client, bound, VERIFIER)).isNotNull();
    }

    @Test
    void aPublicApplicationExchangesWithItsVerifierAlone() {
        RegisteredApplication app = node.publicApplication();
        Secret code = node.approve(
                node.request(
                        app.application().clientId(),
                        CALLBACK,
                        "code_challenge",
                        challenge(VERIFIER),
                        "code_challenge_method",
                        "S256"),
                ann);

        assertThat(exchange(node.client(app), code, VERIFIER)).isNotNull();
    }

    @Test
    void anUnknownApplicationWithoutASecretNeedsPkce() {
        Secret code = node.approve(node.request(UNKNOWN, CALLBACK), ann);

        assertThat(errorOf(() -> node.exchange(node.unknownClient(null), code))).isEqualTo(OAuthError.INVALID_GRANT);
        assertThat(node.exchange(node.unknownClient("secret"), code)).isNotNull();
    }

    @Test
    void aCodeExpiresAfterTenMinutes() {
        Secret inTime = node.approve(node.request(id, CALLBACK), ann);
        Secret late = node.approve(node.request(id, CALLBACK), ann);

        clock.pass(Duration.ofMinutes(10).minusMillis(1));
        assertThat(node.exchange(node.client(player), inTime)).isNotNull();
        clock.pass(Duration.ofMillis(1));
        assertThat(errorOf(() -> node.exchange(node.client(player), late))).isEqualTo(OAuthError.INVALID_GRANT);
    }

    @Test
    void aCodeEndsWhenThePasswordChanges() {
        Secret code = node.approve(node.request(id, CALLBACK), ann);

        node.accounts.changePassword(ann, Secret.sha1Of("another-good-passphrase"));

        assertThat(errorOf(() -> node.exchange(node.client(player), code))).isEqualTo(OAuthError.INVALID_GRANT);
    }

    @Test
    void guessesAreLimitedPerNetworkAndInTotal() {
        AuthenticatedClient client = node.client(player);
        Secret code = node.approve(node.request(id, RedirectUris.OUT_OF_BAND), ann);
        int refused = 0;
        for (int i = 0; i < 2_000; i++) {
            InetAddress from = InetAddress.ofLiteral("198.51." + i / 40 / 256 + "." + i / 40 % 256);
            Secret guess = Secret.ofText(String.format(Locale.ROOT, "%08X", i));
            OAuthError error =
                    errorOf(() -> node.oauth.codes().exchange(client, guess, RedirectUris.OUT_OF_BAND, null, from));
            refused += error == OAuthError.INVALID_GRANT ? 1 : 0;
        }

        assertThat(refused).isEqualTo(1_000);
        assertThat(errorOf(() -> node.oauth.codes().exchange(client, code, RedirectUris.OUT_OF_BAND, null, HERE)))
                .isEqualTo(OAuthError.SLOW_DOWN);
        clock.pass(Duration.ofMinutes(10));
        assertThat(node.exchange(client, node.approve(node.request(id, CALLBACK), ann)))
                .isNotNull();
    }

    @Test
    void correctCodesAreNotLimited() {
        for (int i = 0; i < 25; i++) {
            node.connect(player, ann);
        }

        assertThat(node.oauth.tokens().connected(ann)).hasSize(25);
    }

    @Test
    void aUserHasAtMost200Grants() {
        for (int i = 0; i < 200; i++) {
            node.connect(player, ann);
        }
        Secret code = node.approve(node.request(id, CALLBACK), ann);

        assertThat(problemOf(() -> node.exchange(node.client(player), code)))
                .isEqualTo(new Problem.TooMany(200, "connected applications and tokens"));
        node.oauth.tokens().revokeAll(ann.id(), OAuthFixture.PAGE);
        assertThat(node.exchange(node.client(player), code)).isNotNull();
    }

    private IssuedTokens exchange(AuthenticatedClient client, Secret code, String verifier) {
        return node.oauth.codes().exchange(client, code, CALLBACK, Secret.ofText(verifier), HERE);
    }
}
