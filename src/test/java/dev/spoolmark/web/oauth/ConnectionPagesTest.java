package dev.spoolmark.web.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.core.Secret;
import dev.spoolmark.oauth.AuthorizationCheck;
import dev.spoolmark.oauth.AuthorizationResponse;
import dev.spoolmark.oauth.IssuedTokens;
import dev.spoolmark.oauth.PersonalToken;
import dev.spoolmark.oauth.Scopes;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The page of connected applications and tokens.
class ConnectionPagesTest extends OAuthPagesFixture {

    private static final String PATH = "/settings/applications";

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void thePageIsWellFormedEmptyAndFull(String language) {
        signIn("ann");
        visitor.in(language).get(PATH).isWellFormed();
        connect();
        createToken();

        visitor.get(PATH).isWellFormed();
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.text()).contains("Player", "backup");
    }

    @Test
    void aConnectedApplicationIsShownWithItsUseAndRevoked() {
        IssuedTokens tokens = connect();
        signIn("ann");
        assertThat(visitor.get(PATH).text()).contains("Since Jun 24, 2013.", "Not used yet.", "read, change");
        oauth.tokens().find(tokens.accessToken());
        assertThat(visitor.get(PATH).text()).contains("Last used Jun 24, 2013");

        visitor.submit("Disconnect Player");

        assertThat(visitor.text()).contains("No application is connected.", "It can no longer use your account.");
        assertThat(oauth.tokens().find(tokens.accessToken())).isEmpty();
    }

    @Test
    void aTokenIsShownAndRevoked() {
        PersonalToken token = createToken();
        signIn("ann");
        assertThat(visitor.get(PATH).text()).contains("backup", "Expires Jul 24, 2013.");

        visitor.submit("Revoke backup");

        assertThat(visitor.text()).doesNotContain("backup");
        assertThat(oauth.tokens().find(token.token())).isEmpty();
    }

    @Test
    void theGrantOfAnotherUserIsUnknown() {
        PersonalToken token = createToken();
        signIn("bob");
        assertThat(visitor.get(PATH).text()).doesNotContain("backup");
        String csrf = visitor.page().expectFirst("input[name=_csrf]").val();

        visitor.post(PATH + "/grants/" + token.grant().id().value() + "/revoke", Map.of("_csrf", csrf));
        assertThat(visitor.status()).isEqualTo(404);
        String text = visitor.text();
        for (String other : new String[] {"987654", "x", "9".repeat(30)}) {
            assertThat(visitor.post(PATH + "/grants/" + other + "/revoke", Map.of("_csrf", csrf))
                            .status())
                    .isEqualTo(404);
            assertThat(visitor.text()).isEqualTo(text);
        }
        assertThat(oauth.tokens().find(token.token())).isPresent();
    }

    @Test
    void aVisitorSignsInFirst() {
        assertThat(visitor.get(PATH).path()).isEqualTo("/signin?next=%2Fsettings%2Fapplications");
        assertThat(visitor.post(PATH + "/grants/1/revoke", Map.of()).status()).isEqualTo(303);
    }

    private IssuedTokens connect() {
        var check = (AuthorizationCheck.Accepted) oauth.codes()
                .check(Map.of("response_type", "code", "client_id", id, "redirect_uri", CALLBACK), "http://localhost");
        var sent = (AuthorizationResponse.Redirect) oauth.codes().approve(check.request(), ann, "http://localhost");
        Secret code = Secret.ofText(sent.location().replaceAll(".*code=([0-9A-F]+).*", "$1"));
        return oauth.codes().exchange(client(), code, CALLBACK, null, InetAddress.getLoopbackAddress());
    }

    private PersonalToken createToken() {
        return oauth.personalTokens()
                .create(
                        ann,
                        "backup",
                        Scopes.all(),
                        Optional.of(Duration.ofDays(30)),
                        Actor.web(InetAddress.getLoopbackAddress()));
    }
}
