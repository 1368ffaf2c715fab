package dev.spoolmark.oauth;

import static dev.spoolmark.oauth.OAuthFixture.CALLBACK;
import static dev.spoolmark.oauth.OAuthFixture.ISSUER;
import static dev.spoolmark.oauth.OAuthFixture.VERIFIER;
import static dev.spoolmark.oauth.OAuthFixture.challenge;
import static dev.spoolmark.oauth.OAuthFixture.query;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.Permission;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Which authorization requests reach the user, which errors are sent to the application, and which are only
/// shown.
class AuthorizationRequestsTest {

    private final Database database = TestDatabases.open(Engine.SQLITE);
    private final OAuthFixture node = new OAuthFixture(database, new MutableClock());
    private final RegisteredApplication known = node.confidential(CALLBACK, RedirectUris.OUT_OF_BAND);
    private final String id = known.application().clientId();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anErrorOfTheClientOrRedirectUriIsNeverRedirected() {
        List<Map<String, String>> queries = List.of(
                Map.of(),
                Map.of("response_type", "code", "redirect_uri", CALLBACK),
                query("not-a-client", CALLBACK),
                query(id, "https://evil.example/callback"),
                query(id, CALLBACK + "/../evil"),
                query(id, CALLBACK + "?next=https://evil.example"),
                query(id, "//evil.example"),
                query(id, "javascript:alert(1)"),
                query(OAuthFixture.UNKNOWN, "javascript:alert(1)"),
                query(OAuthFixture.UNKNOWN, ""),
                Map.of("response_type", "code", "client_id", id));

        assertThat(queries)
                .allSatisfy(sent -> assertThat(node.oauth.codes().check(sent, ISSUER))
                        .isInstanceOf(AuthorizationCheck.Shown.class));
    }

    @Test
    void otherErrorsGoToTheApplicationWithItsState() {
        Map<String, String> implicit = new HashMap<>(query(id, CALLBACK, "state", "a b&c=d"));
        implicit.put("response_type", "token");

        assertThat(location(implicit))
                .isEqualTo(CALLBACK + "?error=unsupported_response_type"
                        + "&error_description=response_type+must+be+code&state=a+b%26c%3Dd"
                        + "&iss=https%3A%2F%2Ftv.example.org");
        assertThat(location(query(id, CALLBACK, "code_challenge", VERIFIER))).contains("error=invalid_request");
        assertThat(location(query(id, CALLBACK, "code_challenge", VERIFIER, "code_challenge_method", "plain")))
                .contains("error=invalid_request", "must+be+S256");
        assertThat(location(query(id, CALLBACK, "code_challenge", "short", "code_challenge_method", "S256")))
                .contains("error=invalid_request");
        assertThat(location(query(id, CALLBACK, "code_challenge_method", "S256")))
                .contains("error=invalid_request");
    }

    @Test
    void aPublicApplicationNeedsPkce() {
        String app = node.publicApplication().application().clientId();

        assertThat(location(query(app, CALLBACK))).contains("error=invalid_request", "code_challenge+is+required");
        assertThat(node.request(app, CALLBACK, "code_challenge", challenge(VERIFIER), "code_challenge_method", "S256")
                        .codeChallenge())
                .isEqualTo(challenge(VERIFIER));
    }

    @Test
    void anErrorOfAnOutOfBandRequestIsShown() {
        Map<String, String> implicit = new HashMap<>(query(id, RedirectUris.OUT_OF_BAND));
        implicit.put("response_type", "token");

        assertThat(node.oauth.codes().check(implicit, ISSUER))
                .isEqualTo(new AuthorizationCheck.Shown(
                        OAuthError.UNSUPPORTED_RESPONSE_TYPE, "response_type must be code"));
    }

    @Test
    void noErrorIsSentToAnUnapprovedRedirectUri() {
        Map<String, String> implicit = new HashMap<>(query(OAuthFixture.UNKNOWN, "https://evil.example/"));
        implicit.put("response_type", "token");

        assertThat(node.oauth.codes().check(implicit, ISSUER)).isInstanceOf(AuthorizationCheck.Shown.class);
    }

    @Test
    void aMissingRedirectUriDefaultsToTheOnlyRegisteredOne() {
        RegisteredApplication one = node.confidential(CALLBACK);

        assertThat(node.oauth
                        .codes()
                        .check(
                                Map.of(
                                        "response_type",
                                        "code",
                                        "client_id",
                                        one.application().clientId()),
                                ISSUER))
                .isInstanceOfSatisfying(
                        AuthorizationCheck.Accepted.class,
                        accepted -> assertThat(accepted.request().redirectUri()).isEqualTo(CALLBACK));
    }

    @Test
    void unknownScopesAreIgnoredAndKnownOnesLimitTheGrant() {
        assertThat(node.request(id, CALLBACK, "scope", "public openid profile").scopes())
                .isEqualTo(Scopes.all());
        assertThat(node.request(id, CALLBACK, "scope", "read scrobble account_create")
                        .scopes())
                .containsExactlyInAnyOrder(Permission.READ, Permission.SCROBBLE);
    }

    @Test
    void aDenialIsSentToTheApplication() {
        AuthorizationRequest request = node.request(id, CALLBACK, "state", "s");

        assertThat(node.oauth.codes().deny(request, ISSUER))
                .isEqualTo(new AuthorizationResponse.Redirect(CALLBACK
                        + "?error=access_denied&error_description=the+user+denied+the+request&state=s"
                        + "&iss=https%3A%2F%2Ftv.example.org"));
        assertThat(node.oauth.codes().deny(node.request(id, RedirectUris.OUT_OF_BAND), ISSUER))
                .isEqualTo(new AuthorizationResponse.ShownDenial());
    }

    private String location(Map<String, String> query) {
        AuthorizationCheck check = node.oauth.codes().check(query, ISSUER);
        assertThat(check).isInstanceOf(AuthorizationCheck.Redirected.class);
        return ((AuthorizationCheck.Redirected) check).location();
    }
}
