package dev.spoolmark.oauth;

import static dev.spoolmark.account.ProblemAssertions.problemOf;
import static dev.spoolmark.oauth.OAuthFixture.CALLBACK;
import static dev.spoolmark.oauth.OAuthFixture.HERE;
import static dev.spoolmark.oauth.OAuthFixture.PAGE;
import static dev.spoolmark.oauth.OAuthFixture.UNKNOWN;
import static dev.spoolmark.oauth.OAuthFixture.errorOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.AppId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OAuthApplicationsTest extends OAuthStoreTest {

    @Test
    void idAndSecretHave64HexDigitsAndOnlyTheHashIsStored() {
        RegisteredApplication added = node.confidential(CALLBACK);
        String secret = Objects.requireNonNull(added.clientSecret()).revealText();

        assertThat(added.application().clientId()).matches("[0-9a-f]{64}");
        assertThat(secret).matches("[0-9a-f]{64}");
        assertThat(texts("SELECT secret_hash FROM oauth_client ORDER BY client_id"))
                .singleElement()
                .isNotEqualTo(secret);
        assertThat(node.oauth.applications().find(added.application().clientId()))
                .contains(added.application());
        assertThat(added.toString()).doesNotContain(secret);
    }

    @Test
    void anApplicationIsFoundByItsNumber() {
        OAuthApplication added = node.confidential(CALLBACK).application();
        AppId number = Objects.requireNonNull(added.application().id());

        assertThat(node.oauth.applications().find(number)).contains(added);
        assertThat(node.oauth.applications().find(new AppId(number.value() + 1_000_000)))
                .isEmpty();
        node.keys.block(added.clientId(), true);
        assertThat(node.oauth.applications().find(number)).isEmpty();
    }

    @Test
    void applicationsAreFoundByTheirKeysEvenIfBlocked() {
        OAuthApplication added = node.confidential(CALLBACK).application();
        node.keys.block(added.clientId(), true);

        assertThat(node.oauth.applications().all(List.of(added.clientId(), UNKNOWN)))
                .containsOnlyKeys(added.clientId())
                .allSatisfy((key, found) -> {
                    assertThat(found.redirectUris()).containsExactly(CALLBACK);
                    assertThat(found.blocked()).isTrue();
                });
        assertThat(node.oauth.applications().all(List.of())).isEmpty();
    }

    @Test
    void aConfidentialApplicationNeedsItsSecret() {
        RegisteredApplication added = node.confidential(CALLBACK);
        String clientId = added.application().clientId();

        assertThat(node.client(added).clientId()).isEqualTo(clientId);
        assertThat(node.oauth
                        .applications()
                        .authenticate(clientId.toUpperCase(Locale.ROOT), added.clientSecret(), HERE)
                        .clientId())
                .isEqualTo(clientId);
        assertThat(errorOf(() -> node.oauth.applications().authenticate(clientId, null, HERE)))
                .isEqualTo(OAuthError.INVALID_CLIENT);
        assertThat(errorOf(() -> node.oauth.applications().authenticate(clientId, Secret.ofText("no"), HERE)))
                .isEqualTo(OAuthError.INVALID_CLIENT);
    }

    @Test
    void aReplacedSecretIsRejected() {
        RegisteredApplication added = node.confidential(CALLBACK);

        RegisteredApplication renewed = node.oauth.applications().replaceSecret(added.application(), PAGE);

        assertThat(node.client(renewed).clientId())
                .isEqualTo(added.application().clientId());
        assertThat(errorOf(() -> node.client(added))).isEqualTo(OAuthError.INVALID_CLIENT);
        assertThat(problemOf(() -> node.oauth
                        .applications()
                        .replaceSecret(node.publicApplication().application(), PAGE)))
                .isEqualTo(new Problem.NotFound("application"));
    }

    @Test
    void aBlockedApplicationIsUnknown() {
        RegisteredApplication added = node.confidential(CALLBACK);
        String clientId = added.application().clientId();

        node.keys.block(clientId, true);

        assertThat(node.oauth.applications().find(clientId)).isEmpty();
        assertThat(errorOf(() -> node.client(added))).isEqualTo(OAuthError.INVALID_CLIENT);
        assertThat(node.oauth.applications().all()).singleElement().matches(OAuthApplication::blocked);
    }

    @Test
    void redirectUrisThatAreNotAllowedAreNotRegistered() {
        assertThat(problemOf(() -> node.confidential("javascript:alert(1)")))
                .isEqualTo(new Problem.Invalid("redirect address"));
        assertThat(problemOf(() -> node.oauth
                        .applications()
                        .replaceRedirectUris(node.confidential(CALLBACK).application(), List.of("/x"), PAGE)))
                .isEqualTo(new Problem.Invalid("redirect address"));
    }

    @Test
    void aUserSeesOwnApplicationsAndHasFiftyAtMost() {
        Account ann = node.user("ann");
        node.confidential(CALLBACK);
        for (int i = 0; i < 50; i++) {
            node.oauth.applications().register("App " + i, List.of(), true, ann.id(), PAGE);
        }

        assertThat(node.oauth.applications().ownedBy(ann.id()))
                .hasSize(50)
                .allMatch(one -> ann.id().equals(one.owner()));
        assertThat(node.oauth.applications().all()).hasSize(51);
        assertThat(problemOf(() -> node.oauth.applications().register("More", List.of(), true, ann.id(), PAGE)))
                .isEqualTo(new Problem.TooMany(50, "applications"));
    }

    @Test
    void aDeletedApplicationLosesItsTokens() {
        RegisteredApplication added = node.confidential(CALLBACK);
        IssuedTokens tokens = node.connect(added, node.user("ann"));

        node.oauth.tokens().deleteApplication(added.application(), PAGE);

        assertThat(node.isValid(tokens)).isFalse();
        assertThat(node.oauth.applications().all()).isEmpty();
        assertThat(count("oauth_token")).isZero();
        assertThat(count("oauth_redirect_uri")).isZero();
    }

    @Test
    void theFirstSecretOfAnUnknownApplicationIsKeptOnceItHasTokens() {
        Account ann = node.user("ann");
        node.unknownClient("a secret that nobody approved");
        assertThat(count("oauth_client")).isZero();

        Secret code = node.approve(node.request(UNKNOWN, CALLBACK), ann);
        node.exchange(node.unknownClient("first"), code);

        assertThat(node.unknownClient("first").type()).isEqualTo(ClientType.CONFIDENTIAL);
        assertThat(errorOf(() -> node.unknownClient("second"))).isEqualTo(OAuthError.INVALID_CLIENT);
        assertThat(errorOf(() -> node.unknownClient(null))).isEqualTo(OAuthError.INVALID_CLIENT);
    }

    @Test
    void theFirstRedirectUriOfAnUnknownApplicationIsKept() {
        node.approve(node.request(UNKNOWN, CALLBACK), node.user("ann"));

        assertThat(node.oauth.codes().check(OAuthFixture.query(UNKNOWN, CALLBACK), OAuthFixture.ISSUER))
                .isInstanceOf(AuthorizationCheck.Accepted.class);
        assertThat(node.oauth.codes().check(OAuthFixture.query(UNKNOWN, "https://evil.example/"), OAuthFixture.ISSUER))
                .isInstanceOf(AuthorizationCheck.Shown.class);
    }

    @Test
    void onlyTheFirstApprovedRedirectUriIsKept() {
        Account ann = node.user("ann");
        AuthorizationRequest evil = node.request(UNKNOWN, "https://evil.example/");
        node.approve(node.request(UNKNOWN, CALLBACK), ann);

        assertThat(errorOf(() -> node.approve(evil, ann))).isEqualTo(OAuthError.INVALID_REQUEST);
    }

    @Test
    void withOpenRegistrationUnregisteredApplicationsAreRejected() {
        OAuthFixture open = new OAuthFixture(database, clock, false);

        assertThat(open.oauth.applications().find(UNKNOWN)).isEmpty();
        assertThat(errorOf(() -> open.unknownClient("secret"))).isEqualTo(OAuthError.INVALID_CLIENT);
        assertThat(open.client(open.confidential(CALLBACK))).isNotNull();
    }
}
