package dev.spoolmark.oauth;

import static dev.spoolmark.account.ProblemAssertions.problemOf;
import static dev.spoolmark.oauth.OAuthFixture.CALLBACK;
import static dev.spoolmark.oauth.OAuthFixture.HERE;
import static dev.spoolmark.oauth.OAuthFixture.PAGE;
import static dev.spoolmark.oauth.OAuthFixture.errorOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Permission;
import dev.spoolmark.account.UserId;
import dev.spoolmark.core.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersonalTokensTest extends OAuthStoreTest {

    private Account ann;

    @BeforeEach
    void begin() {
        ann = node.user("ann");
    }

    @Test
    void aTokenPermitsItsScopesAndNeedsNoApplication() {
        PersonalToken created = create("backup", Set.of(Permission.READ), Optional.empty());

        assertThat(created.token().revealText()).matches("spt_[A-Za-z0-9_-]{60}");
        assertThat(node.oauth.tokens().find(created.token())).hasValueSatisfying(access -> {
            assertThat(access.user().id()).isEqualTo(ann.id());
            assertThat(access.application()).isNull();
            assertThat(access.scopes()).containsExactly(Permission.READ);
        });
        clock.pass(Duration.ofDays(5_000));
        node.oauth.maintenance().purgeExpired();
        assertThat(node.oauth.tokens().find(created.token())).isPresent();
        assertThat(created.toString()).doesNotContain(created.token().revealText());
    }

    @Test
    void aTokenExpiresAfterItsLifetime() {
        PersonalToken created = create("trial", Scopes.all(), Optional.of(Duration.ofDays(7)));

        clock.pass(Duration.ofDays(7));

        assertThat(node.oauth.tokens().find(created.token())).isEmpty();
        assertThat(node.oauth.personalTokens().of(ann)).isEmpty();
    }

    @Test
    void aTokenCannotBeRefreshed() {
        PersonalToken created = create("script", Scopes.all(), Optional.empty());
        AuthenticatedClient client = node.client(node.confidential(CALLBACK));

        assertThat(errorOf(() -> node.oauth.tokens().refresh(client, created.token(), HERE)))
                .isEqualTo(OAuthError.INVALID_GRANT);
    }

    @Test
    void invalidNamesScopesAndLifetimesAreRejected() {
        assertThat(problemOf(() -> create(" ", Scopes.all(), Optional.empty()))).isEqualTo(new Problem.Invalid("name"));
        assertThat(problemOf(() -> create("x".repeat(101), Scopes.all(), Optional.empty())))
                .isEqualTo(new Problem.Invalid("name"));
        assertThat(problemOf(() -> create("x", Set.of(), Optional.empty()))).isEqualTo(new Problem.Invalid("scope"));
        assertThat(problemOf(() -> create("x", Set.of(Permission.ACCOUNT_CREATE), Optional.empty())))
                .isEqualTo(new Problem.Invalid("scope"));
        assertThat(problemOf(() -> create("x", Scopes.all(), Optional.of(Duration.ZERO))))
                .isEqualTo(new Problem.Invalid("lifetime"));
        assertThat(problemOf(() -> Scopes.ofKeys(List.of("read", "everything"))))
                .isEqualTo(new Problem.Invalid("scope"));
    }

    @Test
    void tokensAreListedNewestFirstAndByPages() {
        node.connect(node.confidential(CALLBACK), ann);
        for (int i = 0; i < 5; i++) {
            clock.pass(Duration.ofSeconds(1));
            create("token " + i, Scopes.all(), Optional.empty());
        }
        Account bob = node.user("bob");
        node.oauth.personalTokens().create(bob, "of bob", Scopes.all(), Optional.empty(), PAGE);

        assertThat(node.oauth.personalTokens().of(ann))
                .extracting(StoredGrant::name)
                .containsExactly("token 4", "token 3", "token 2", "token 1", "token 0");
        List<StoredGrant> first = node.oauth.personalTokens().page(new UserId(0), new GrantId(0), 4);
        List<StoredGrant> second = node.oauth
                .personalTokens()
                .page(first.getLast().user(), first.getLast().id(), 4);
        assertThat(first).hasSize(4);
        assertThat(second).hasSize(3).doesNotContainAnyElementsOf(first);
    }

    private PersonalToken create(String name, Set<Permission> scopes, Optional<Duration> lifetime) {
        return node.oauth.personalTokens().create(ann, name, scopes, lifetime, PAGE);
    }
}
