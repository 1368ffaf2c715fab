package dev.spoolmark.openid;

import static dev.spoolmark.openid.SignInPurpose.SIGN_IN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.openid.OpenIdException.Reason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// ID tokens, keys and discovery documents that must not sign anybody in.
class IdTokenTest {

    private static final String DISCOVERY = "/.well-known/openid-configuration";
    private static final long NOW = 1_372_075_200;

    private final OpenIdFixture openId = new OpenIdFixture(TestDatabases.open(Engine.SQLITE));

    @BeforeEach
    void link() {
        openId.linked("ann");
    }

    @AfterEach
    void close() {
        openId.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = TokenSigner.class,
            names = {"RS256", "ES256", "NO_KEY_ID"})
    void aTokenOfTheProviderSignsIn(TokenSigner signer) {
        openId.provider.signer(signer);

        assertThat(openId.run(SIGN_IN, null).account().name()).isEqualTo("ann");
    }

    @ParameterizedTest
    @EnumSource(
            value = TokenSigner.class,
            mode = Mode.EXCLUDE,
            names = {"RS256", "ES256", "NO_KEY_ID"})
    void aTokenWithAWrongSignatureIsRejected(TokenSigner signer) {
        openId.provider.signer(signer);

        assertThat(openId.failure(SIGN_IN, null)).isEqualTo(Reason.REJECTED);
    }

    static Stream<Arguments> wrongClaims() {
        return Stream.of(
                Arguments.of("iss", "https://evil.example"),
                Arguments.of("aud", "another-client"),
                Arguments.of("aud", List.of("another-client")),
                Arguments.of("aud", List.of(TestOpenIdProvider.CLIENT_ID, "another-client")),
                Arguments.of("azp", "another-client"),
                Arguments.of("nonce", "another"),
                Arguments.of("exp", NOW - 61),
                Arguments.of("exp", "tomorrow"),
                Arguments.of("iat", NOW + 61),
                Arguments.of("iat", NOW - 3_600),
                Arguments.of("nbf", NOW + 61),
                Arguments.of("sub", ""),
                Arguments.of("sub", 17),
                Arguments.of("sub", "s".repeat(256)));
    }

    @ParameterizedTest
    @MethodSource("wrongClaims")
    void aTokenWithAWrongClaimIsRejected(String name, Object value) {
        openId.provider.claim(name, value);

        assertThat(openId.failure(SIGN_IN, null)).isEqualTo(Reason.REJECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "exp", "iat", "nonce", "sub"})
    void aTokenWithoutARequiredClaimIsRejected(String name) {
        openId.provider.withoutClaim(name);

        assertThat(openId.failure(SIGN_IN, null)).isEqualTo(Reason.REJECTED);
    }

    @Test
    void clocksMayDifferByAMinute() {
        openId.provider.claim("iat", NOW + 59).claim("exp", NOW - 59);

        assertThat(openId.run(SIGN_IN, null).account().name()).isEqualTo("ann");
    }

    @Test
    void severalAudiencesNeedThisClientAsTheAuthorizedParty() {
        openId.provider
                .claim("aud", List.of("another-client", TestOpenIdProvider.CLIENT_ID))
                .claim("azp", TestOpenIdProvider.CLIENT_ID);

        assertThat(openId.run(SIGN_IN, null).account().name()).isEqualTo("ann");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"id_token\":17}",
                "{\"id_token\":\"\"}",
                "{\"id_token\":\"a.b\"}",
                "{\"id_token\":\"a.b.c.d\"}",
                "{\"id_token\":\"e30.e30.e30\"}",
                "{\"id_token\":\"%%.%%.%%\"}",
                "{\"id_token\":\"a.b.c\",\"id_token\":\"d.e.f\"}",
                "{\"id_token\":"
            })
    void aTokenResponseThatIsNoneIsRejected(String response) {
        openId.provider.replace("/token", response.getBytes(StandardCharsets.UTF_8));

        assertThat(openId.failure(SIGN_IN, null)).isEqualTo(Reason.REJECTED);
    }

    @Test
    void newKeysAreFetchedWhenATokenNamesOneAtMostOnceAMinute() {
        openId.provider.renameKeys("key-2");
        openId.clock.pass(Duration.ofMinutes(1));
        assertThat(openId.run(SIGN_IN, null).account().name()).isEqualTo("ann");
        assertThat(openId.provider.requests("/keys")).isEqualTo(2);

        openId.provider.signer(TokenSigner.UNKNOWN_KEY_ID);
        for (int n = 0; n < 5; n++) {
            assertThat(openId.failure(SIGN_IN, null)).isEqualTo(Reason.REJECTED);
        }
        assertThat(openId.provider.requests("/keys")).isEqualTo(2);
    }

    @Test
    void discoveryDocumentAndKeysAreCachedForAnHour() {
        openId.run(SIGN_IN, null);
        assertThat(openId.provider.requests(DISCOVERY)).isEqualTo(1);
        assertThat(openId.provider.requests("/keys")).isEqualTo(1);

        openId.clock.pass(Duration.ofHours(1));
        openId.run(SIGN_IN, null);
        assertThat(openId.provider.requests(DISCOVERY)).isEqualTo(2);
        assertThat(openId.provider.requests("/keys")).isEqualTo(2);
    }

    @Test
    void aProviderThatIsDownIsReportedAndTriedAgain() {
        openId.clock.pass(Duration.ofHours(1));
        openId.provider.setDown(true);
        assertThat(openId.failure(SIGN_IN, null)).isEqualTo(Reason.UNAVAILABLE);

        openId.provider.setDown(false);
        openId.clock.pass(Duration.ofMinutes(2));
        assertThat(openId.run(SIGN_IN, null).account().name()).isEqualTo("ann");
    }

    @Test
    void aHugeDiscoveryDocumentIsNotRead() {
        openId.clock.pass(Duration.ofHours(1));
        String huge = "{\"issuer\":\"" + "x".repeat(300_000) + "\"}";
        openId.provider.replace(DISCOVERY, huge.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> openId.run(SIGN_IN, null))
                .isInstanceOfSatisfying(
                        OpenIdException.class,
                        failed -> assertThat(failed.reason()).isEqualTo(Reason.UNAVAILABLE))
                .hasMessageContaining("262144 bytes");
    }

    static Stream<Arguments> wrongMetadata() {
        return Stream.of(
                Arguments.of("issuer", "https://evil.example"),
                Arguments.of("authorization_endpoint", "http://127.0.0.2/authorize"),
                Arguments.of("token_endpoint", "http://127.0.0.2/token"),
                Arguments.of("token_endpoint", "file:///etc/passwd"),
                Arguments.of("jwks_uri", "https://user@127.0.0.1/keys"),
                Arguments.of("jwks_uri", ""),
                Arguments.of("code_challenge_methods_supported", List.of("plain")));
    }

    @ParameterizedTest
    @MethodSource("wrongMetadata")
    void aDiscoveryDocumentThatCannotBeUsedIsReported(String name, Object value) {
        openId.clock.pass(Duration.ofHours(1));
        openId.provider.metadata(name, value);

        assertThat(openId.failure(SIGN_IN, null)).isEqualTo(Reason.UNAVAILABLE);
    }

    @Test
    void otherHostsOfTheDiscoveryDocumentMustBePublic() {
        openId.clock.pass(Duration.ofHours(1));
        openId.provider.metadata("token_endpoint", "https://127.0.0.2/token");

        assertThatThrownBy(() -> openId.run(SIGN_IN, null)).hasMessageContaining("not public");
    }

    @Test
    void theSecretCanBeSentInTheForm() {
        openId.clock.pass(Duration.ofHours(1));
        openId.provider.metadata("token_endpoint_auth_methods_supported", List.of("client_secret_post"));

        assertThat(openId.run(SIGN_IN, null).account().name()).isEqualTo("ann");
    }

    @Test
    void aWrongClientSecretIsRejected() {
        openId.signIn.close();
        openId.signIn = openId.signIn(false, "wrong");

        assertThat(openId.failure(SIGN_IN, null)).isEqualTo(Reason.REJECTED);
    }
}
