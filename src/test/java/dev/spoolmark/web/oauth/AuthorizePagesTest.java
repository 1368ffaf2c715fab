package dev.spoolmark.web.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.core.Secret;
import dev.spoolmark.oauth.IssuedTokens;
import dev.spoolmark.oauth.RedirectUris;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The consent page: access, content and redirects.
class AuthorizePagesTest extends OAuthPagesFixture {

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void theConsentPageIsWellFormed(String language) {
        signIn("ann");
        visitor.in(language).get(authorize(id, CALLBACK)).isWellFormed();

        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.text()).contains("Player", "ann", "https://client.example");
    }

    @Test
    void aVisitorSignsInAndReturnsWithTheWholeQuery() {
        String address = authorize(id, CALLBACK, "state", "a b&c=\u00e4", "scope", "read");
        visitor.get(address);
        assertThat(visitor.path()).startsWith("/signin?next=");

        visitor.submit("Sign in", "name", "ann", "password", PASSWORD);
        assertThat(visitor.text())
                .contains("Connect Player?", "see what you watched")
                .doesNotContain("add, change");
        decide("approve");

        assertThat(visitor.status()).isEqualTo(303);
        assertThat(visitor.header("Location").orElse("")).startsWith(CALLBACK + "?code=");
        assertThat(parameter("state")).isEqualTo("a b&c=\u00e4");
        assertThat(parameter("iss")).isEqualTo("http://localhost:" + server.port());
    }

    @Test
    void anApprovedCodeReturnsTokensOfTheApprovingUser() {
        signIn("ann");
        visitor.get(authorize(id, CALLBACK));
        decide("approve");

        IssuedTokens tokens = oauth.codes()
                .exchange(client(), Secret.ofText(parameter("code")), CALLBACK, null, InetAddress.getLoopbackAddress());

        assertThat(oauth.tokens()
                        .find(tokens.accessToken())
                        .orElseThrow()
                        .user()
                        .name())
                .isEqualTo("ann");
    }

    @Test
    void aDenialIsSentToTheApplication() {
        signIn("ann");
        visitor.get(authorize(id, CALLBACK, "state", "s"));
        decide("deny");

        assertThat(visitor.header("Location").orElse("")).startsWith(CALLBACK + "?error=access_denied");
        assertThat(parameter("state")).isEqualTo("s");
        assertThat(oauth.tokens().connected(ann)).isEmpty();
    }

    @Test
    void onlyThePolicyOfThisPagePermitsTheRedirect() {
        signIn("ann");

        assertThat(formAction(authorize(id, CALLBACK))).isEqualTo("form-action 'self' https://client.example");
        assertThat(formAction(authorize(id, "http://127.0.0.1:4711/done")))
                .isEqualTo("form-action 'self' http://127.0.0.1:4711");
        assertThat(formAction(authorize(id, "player:done"))).isEqualTo("form-action 'self' player:");
        assertThat(formAction(authorize(UNKNOWN, "http://[::1]:4711/"))).isEqualTo("form-action 'self' http:");
        assertThat(formAction(authorize(id, RedirectUris.OUT_OF_BAND))).isEqualTo("form-action 'self'");
        assertThat(formAction("/about")).isEqualTo("form-action 'self'");
    }

    private String formAction(String path) {
        String policy = visitor.get(path).header("Content-Security-Policy").orElse("");
        int begin = policy.indexOf("form-action");
        return policy.substring(begin, policy.indexOf(';', begin));
    }

    @Test
    void thePageShowsTheRedirectTarget() {
        signIn("ann");

        assertThat(visitor.get(authorize(id, RedirectUris.OUT_OF_BAND)).text()).contains("a PIN on the next page");
        assertThat(visitor.get(authorize(id, "http://127.0.0.1:4711/done")).text())
                .contains("a program on this device");
        assertThat(visitor.get(authorize(id, "player:done")).text())
                .contains("an application on this device (player:)");
    }

    @Test
    void anErrorOfTheClientOrRedirectUriIsShownOnThePage() {
        for (String address : new String[] {
            "/oauth/authorize",
            authorize("cd", CALLBACK),
            authorize(id, "https://evil.example/"),
            authorize(id, CALLBACK + "/"),
            authorize(id, CALLBACK) + "&redirect_uri=https%3A%2F%2Fevil.example",
            authorize(id, CALLBACK) + "&client_id=" + id
        }) {
            visitor.get(address).isWellFormed();
            assertThat(visitor.status()).as(address).isEqualTo(400);
            assertThat(visitor.text()).contains("This application cannot be connected");
            assertThat(visitor.page().select("main a"))
                    .noneMatch(link -> link.attr("href").contains("example"));
        }
    }

    @Test
    void otherErrorsAreSentToTheApplicationAfterSignIn() {
        String implicit = authorize(id, CALLBACK, "state", "s").replace("response_type=code", "response_type=token");
        visitor.getOnce(implicit);
        assertThat(visitor.header("Location").orElse("")).startsWith("/signin?next=");

        signIn("ann");
        visitor.getOnce(implicit);

        assertThat(visitor.status()).isEqualTo(303);
        assertThat(visitor.header("Location").orElse("")).startsWith(CALLBACK + "?error=unsupported_response_type");
        assertThat(parameter("state")).isEqualTo("s");
    }

    @Test
    void noErrorIsSentToAnUnapprovedRedirectUri() {
        signIn("ann");
        String implicit = authorize(UNKNOWN, "https://evil.example/").replace("response_type=code", "response_type=no");

        assertThat(visitor.getOnce(implicit).status()).isEqualTo(400);
    }

    @Test
    void anUnregisteredApplicationIsAnnouncedAsSuch() {
        signIn("ann");
        visitor.get(authorize(UNKNOWN, CALLBACK)).isWellFormed();

        assertThat(visitor.text())
                .contains("Unknown application", "not registered at this server")
                .doesNotContain(UNKNOWN);
    }

    @Test
    void theLoginPromptRequiresThePasswordOnce() {
        signIn("ann");
        visitor.get(authorize(id, CALLBACK, "prompt", "login"));
        assertThat(visitor.path()).startsWith("/signin?next=");

        visitor.submit("Sign in", "name", "bob", "password", PASSWORD);

        assertThat(visitor.path()).startsWith("/oauth/authorize?").doesNotContain("prompt");
        assertThat(visitor.text()).contains("to use your account bob");
    }

    @Test
    void onAClosedServerVisitorsAreNotSentToRegistration() {
        visitor.getOnce(authorize(id, CALLBACK, "signup", "true"));

        assertThat(visitor.header("Location").orElse("")).startsWith("/signin?next=");
    }

    @Test
    void aDecisionIsValidatedLikeTheRequest() {
        signIn("ann");
        visitor.get(authorize(id, CALLBACK));
        String csrf = visitor.page().expectFirst("main input[name=_csrf]").val();

        for (Map<String, String> changed : List.of(
                Map.of("redirect_uri", "https://evil.example/"),
                Map.of("client_id", "cd"),
                Map.of("response_type", "token"))) {
            visitor.post("/oauth/authorize", form(csrf, changed));
            assertThat(visitor.status()).isEqualTo(400);
        }
        assertThat(visitor.post("/oauth/authorize", form(csrf, Map.of("decision", "maybe")))
                        .status())
                .isEqualTo(400);
        assertThat(visitor.post("/oauth/authorize", form("stale", Map.of())).status())
                .isEqualTo(403);
    }

    @Test
    void aDecisionAfterTheSessionEndedRedirectsToSignInAndBack() {
        visitor.post("/oauth/authorize", form("", Map.of("state", "s")));

        assertThat(visitor.status()).isEqualTo(303);
        assertThat(visitor.header("Location").orElse(""))
                .startsWith("/signin?next=%2Foauth%2Fauthorize%3F")
                .contains("state%3Ds");
    }

    @Test
    void anErrorAfterTheFormIsALink() {
        signIn("ann");
        String implicit = authorize(id, CALLBACK).replace("response_type=code", "response_type=token");
        visitor.getOnce(implicit, "Sec-Fetch-Site", "same-origin").isWellFormed();

        assertThat(visitor.status()).isEqualTo(400);
        assertThat(visitor.page().expectFirst("main a").attr("href"))
                .startsWith(CALLBACK + "?error=unsupported_response_type");
    }

    private Map<String, String> form(String csrf, Map<String, String> changed) {
        Map<String, String> form = new HashMap<>(Map.of(
                "_csrf", csrf,
                "response_type", "code",
                "client_id", id,
                "redirect_uri", CALLBACK,
                "decision", "approve"));
        form.putAll(changed);
        return form;
    }

    private void decide(String decision) {
        visitor.submit(decision.equals("approve") ? "Approve" : "Deny");
    }
}
