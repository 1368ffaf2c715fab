package dev.spoolmark.http;

import static dev.spoolmark.account.ProblemAssertions.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Permission;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.Secret;
import dev.spoolmark.http.Principal.SignInKind;
import dev.spoolmark.oauth.OAuthProvider;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BearerAuthenticatorTest {

    private final TestServer server = TestServer.startEmpty(InstantSource.system());
    private final OAuthProvider oauth = server.features().oauth();
    private final BearerAuthenticator bearer = new BearerAuthenticator(oauth.tokens());
    private final Account ann = server.features()
            .accounts()
            .create(new NewAccount("ann", null, Secret.sha1Of("tr4vel-by-Night-train"), false, CreationOrigin.OPERATOR))
            .account();
    private final String token = oauth.personalTokens()
            .create(ann, "script", Set.of(Permission.READ), Optional.empty(), Actor.OPERATOR)
            .token()
            .revealText();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aTokenAuthenticatesItsUserWithItsScopes() {
        for (String field : new String[] {"Bearer " + token, "bearer  " + token + " "}) {
            assertThat(bearer.authenticate(head(field))).hasValueSatisfying(principal -> {
                assertThat(principal.user()).isNotNull().extracting(Account::id).isEqualTo(ann.id());
                assertThat(principal.application()).isNull();
                assertThat(principal.scopes()).containsExactly(Permission.READ);
                assertThat(principal.signIn()).isEqualTo(SignInKind.BEARER);
            });
        }
    }

    @Test
    void aRequestWithoutABearerTokenIsAnonymous() {
        assertThat(bearer.authenticate(head(null))).isEmpty();
        assertThat(bearer.authenticate(head("Basic " + token))).isEmpty();
    }

    @Test
    void aWrongTokenIsNotAnonymous() {
        for (String field : new String[] {"Bearer ", "Bearer x", "Bearer " + token + "x"}) {
            assertThat(problemOf(() -> bearer.authenticate(head(field)))).isEqualTo(new Problem.NotSignedIn());
        }
    }

    private static RequestHead head(@Nullable String authorization) {
        return new RequestHead() {
            @Override
            public String method() {
                return "GET";
            }

            @Override
            public String rawPath() {
                return "/users/me";
            }

            @Override
            public String host() {
                return "localhost";
            }

            @Override
            public Optional<String> header(String name) {
                return Optional.ofNullable(authorization).filter(value -> name.equalsIgnoreCase("Authorization"));
            }
        };
    }
}
